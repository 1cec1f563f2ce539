/** A document of XML as plain data: elements by their names without prefixes, attributes with `@`, text as `#text`. */
export type XmlElement = { readonly [name: string]: XmlValue | readonly XmlValue[] };
export type XmlValue = string | XmlElement;

type Found = XmlValue | readonly XmlValue[] | undefined;

const isList = (found: Found): found is readonly XmlValue[] => Array.isArray(found);
const isElement = (value: XmlValue | undefined): value is XmlElement => typeof value === 'object';

/** The elements of one name, however many there are. */
export const elements = (from: XmlValue | undefined, name: string): XmlValue[] => {
  if (!isElement(from)) return [];
  const found = from[name];
  return found === undefined ? [] : isList(found) ? [...found] : [found];
};

/** The first element at a path. */
export const elementAt = (from: XmlValue | undefined, ...path: readonly string[]): XmlValue | undefined =>
  path.reduce<XmlValue | undefined>((at, name) => elements(at, name)[0], from);

/** The text of the first element at a path; null when it is empty or not there. */
export function textAt(from: XmlValue | undefined, ...path: readonly string[]): string | null {
  const found = elementAt(from, ...path);
  const text = isElement(found) ? found['#text'] : found;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}
