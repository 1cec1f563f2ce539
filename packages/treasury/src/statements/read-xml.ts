import { AtlasError } from '@atlas/kernel';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { XmlElement } from '../domain/camt-tree.ts';
import { decoded } from '../domain/ofx-tree.ts';

const refused = (why: string): AtlasError => new AtlasError('treasury.unreadable_file', `The file cannot be read: ${why}.`);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities are never looked up in the document: the five that XML has, and characters by number, are decoded here.
  processEntities: false,
  tagValueProcessor: (_name, value) => decoded(value),
  attributeValueProcessor: (_name, value) => decoded(value),
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** Reads a document of XML. One that declares a type or entities is refused unread. @throws AtlasError `treasury.unreadable_file` */
export function readXml(text: string): XmlElement {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refused('it declares a document type, which no bank statement needs');
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw refused(`line ${verdict.err.line}: ${verdict.err.msg}`);
  try {
    return parser.parse(text) as XmlElement;
  } catch (error) {
    throw refused(error instanceof Error ? error.message : 'it is no XML');
  }
}
