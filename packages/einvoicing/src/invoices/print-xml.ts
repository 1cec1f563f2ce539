import XMLBuilder from 'fast-xml-builder';
import type { OpenElement } from '../domain/xml-element.ts';
import { namespaces } from './namespaces.ts';

type Node = { readonly [name: string]: readonly Node[] | string | Readonly<Record<string, string>> };

/** XML 1.0 has no place for them, not even escaped. */
const unprintable = /[\p{Cc}--[\t\n\r]]|[\uFFFE\uFFFF]/gv;

const clean = (text: string): string => text.toWellFormed().replaceAll(unprintable, '');

const nodeOf = ({ name, attributes, children, text }: OpenElement): Node => ({
  [name]: text === '' ? children.map(nodeOf) : [{ '#text': clean(text) }],
  ':@': Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`@_${key}`, clean(value)])),
});

const builder = new XMLBuilder({ preserveOrder: true, ignoreAttributes: false, format: true, suppressBooleanAttributes: false });

/** Which namespaces a document of a root needs: the root's own stands first. */
function declarations(root: OpenElement): Record<string, string> {
  const own = root.name.split(':')[0] ?? '';
  const needed = own === 'rsm' ? ['rsm', 'ram', 'udt', 'qdt'] : [own, 'cac', 'cbc'];
  return Object.fromEntries(needed.map((prefix) => [`xmlns:${prefix}`, namespaces[prefix] ?? '']));
}

/** The text of a document, in UTF-8. */
export function printXml(root: OpenElement): string {
  const declared = { ...root, attributes: { ...declarations(root), ...root.attributes } };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build([nodeOf(declared)])).trim()}\n`;
}
