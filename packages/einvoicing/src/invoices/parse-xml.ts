import { AtlasError } from '@atlas/kernel';
import sax from 'sax';
import type { OpenElement, XmlElement } from '../domain/xml-element.ts';
import { knownName } from './namespaces.ts';

/** What one document may hold, so that nobody makes the reader work for nothing. */
export const xmlLimits = { characters: 4_000_000, depth: 64, elements: 100_000, attributes: 64 } as const;

const refused = (message: string): AtlasError => new AtlasError('einvoicing.malformed_xml', message);

/** `strictEntities`, which the types do not know: HTML's entities are none of XML's. */
const options: sax.SAXOptions & { readonly strictEntities: true } = { xmlns: true, strictEntities: true };

/** What XML 1.0 has no place for, neither as it stands nor by its number. */
const noCharacter = /[\p{Cc}--[\t\n\r\x7F-\x9F]]|[\uFFFE\uFFFF]/v;

/** @throws AtlasError `einvoicing.malformed_xml` */
function readable(text: string): string {
  if (noCharacter.test(text)) throw refused('The document is not well-formed XML: it has a character that XML does not have.');
  return text;
}

/** Builds the tree of a document as its parts are told. */
class Tree {
  root: OpenElement | null = null;
  private readonly open: OpenElement[] = [];
  private elements = 0;

  enter({ uri, local, attributes }: sax.QualifiedTag): void {
    if (++this.elements > xmlLimits.elements) throw refused(`The document has more than ${xmlLimits.elements} elements.`);
    if (this.open.length >= xmlLimits.depth) throw refused(`The document is nested deeper than ${xmlLimits.depth} levels.`);
    const given = Object.values(attributes);
    if (given.length > xmlLimits.attributes) throw refused(`An element has more than ${xmlLimits.attributes} attributes.`);
    const plain = given.filter((one) => one.prefix !== 'xmlns' && one.name !== 'xmlns');
    const element: OpenElement = {
      name: knownName(uri, local),
      attributes: Object.fromEntries(plain.map((one) => [knownName(one.uri, one.local), readable(one.value)])),
      children: [],
      text: '',
    };
    const parent = this.open.at(-1);
    if (!parent && this.root) throw refused('The document is not well-formed XML: it has more than one root.');
    if (parent) parent.children.push(element);
    else this.root = element;
    this.open.push(element);
  }

  say(text: string): void {
    const element = this.open.at(-1);
    if (element) element.text += readable(text);
  }

  leave(): void {
    const element = this.open.pop();
    if (element) element.text = element.text.trim();
  }
}

/**
 * Reads a document into elements. A document type is refused before anything in it is looked at: nothing is fetched, and
 * no entity but XML's own five is known.
 *
 * @throws AtlasError `einvoicing.malformed_xml`, `payload_too_large`
 */
export function parseXml(text: string): XmlElement {
  if (text.length > xmlLimits.characters)
    throw new AtlasError('payload_too_large', `The document has more than ${xmlLimits.characters} characters.`);
  // Bytes that were read as another encoding than theirs show here.
  readable(text);
  const tree = new Tree();
  const parser = sax.parser(true, options);
  parser.onerror = (error) => {
    throw refused(`The document is not well-formed XML: ${error.message.split('\n')[0] ?? ''} (line ${parser.line + 1}).`);
  };
  parser.ondoctype = () => {
    throw refused('The document declares a document type (DTD), which electronic invoices do not have.');
  };
  parser.onopentag = (tag) => tree.enter(tag as sax.QualifiedTag);
  parser.ontext = (part) => tree.say(part);
  parser.oncdata = (part) => tree.say(part);
  parser.onclosetag = () => tree.leave();
  parser.write(text.replace(/^\uFEFF/, '')).close();
  if (!tree.root) throw refused('The document is empty.');
  return tree.root;
}
