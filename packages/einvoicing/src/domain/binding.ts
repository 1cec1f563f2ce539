import { appendAt, elementAt, elementsAt, joinAt, type OpenElement, textAt, type XmlElement } from './xml-element.ts';

/** What amounts need to know of the document around them. */
export type Document = { readonly currency: string | null };

/** How a value stands in XML: read from an element, and written into one. */
export type Binding<T> = {
  read(from: XmlElement): T;
  write(value: T, into: OpenElement, document: Document): void;
};

/** One field of a group, or something constant that is only written. */
export type Part<T> = {
  readonly read: (from: XmlElement) => Partial<T>;
  readonly write: (group: T, into: OpenElement, document: Document) => void;
};

/** A field of a group. Fields are written in the order in which they are listed: the schema's. */
export const field = <T, K extends keyof T & string>(key: K, binding: Binding<T[K]>): Part<T> => ({
  read: (from) => ({ [key]: binding.read(from) }) as unknown as Partial<T>,
  write: (group, into, document) => binding.write(group[key], into, document),
});

/** What the syntax asks for and the model does not have. */
export const constant = <T>(
  path: string,
  text: string | ((document: Document) => string | null),
  attributes: Readonly<Record<string, string>> = {},
): Part<T> => ({
  read: () => ({}),
  write: (_group, into, document) => {
    const value = typeof text === 'string' ? text : text(document);
    if (value === null) return;
    const element = appendAt(into, path);
    element.text = value;
    Object.assign(element.attributes, attributes);
  },
});

export const group = <T>(parts: readonly Part<T>[]): Binding<T> => ({
  read: (from) => Object.assign({}, ...parts.map((part) => part.read(from))) as T,
  write: (value, into, document) => {
    for (const part of parts) part.write(value, into, document);
  },
});

/** A group that stands below a path and is always there for the model, with nothing in it where the path is not. */
export const below = <T>(path: string, binding: Binding<T>): Binding<T> => ({
  read: (from) => binding.read(elementAt(from, path) ?? { name: '', attributes: {}, children: [], text: '' }),
  write: (value, into, document) => binding.write(value, joinAt(into, path), document),
});

/** A group that may be missing: null when its element is. */
export const optional = <T>(path: string, binding: Binding<T>): Binding<T | null> => ({
  read: (from) => {
    const element = elementAt(from, path);
    return element && binding.read(element);
  },
  write: (value, into, document) => {
    if (value !== null) binding.write(value, appendAt(into, path), document);
  },
});

/** A group for each element at a path. */
export const each = <T>(path: string, binding: Binding<T>): Binding<readonly T[]> => ({
  read: (from) => elementsAt(from, path).map((element) => binding.read(element)),
  write: (values, into, document) => {
    for (const value of values) binding.write(value, appendAt(into, path), document);
  },
});

const textBinding = (
  path: string,
  { read = (raw) => raw, write = (value) => value, mark }: TextShape = {},
): Binding<string | null> => ({
  read: (from) => {
    const raw = textAt(from, path);
    return raw === null ? null : read(raw);
  },
  write: (value, into, document) => {
    if (value === null) return;
    const element = appendAt(into, path);
    element.text = write(value);
    Object.assign(element.attributes, mark?.(document));
  },
});

type TextShape = {
  readonly read?: (raw: string) => string;
  readonly write?: (value: string) => string;
  readonly mark?: (document: Document) => Record<string, string>;
};

export const text = (path: string): Binding<string | null> => textBinding(path);

/** Text where the syntax uses words of its own: `VA` for `VAT`. */
export const words = (path: string, toModel: Readonly<Record<string, string>>): Binding<string | null> => {
  const toSyntax = new Map(Object.entries(toModel).map(([there, here]) => [here, there]));
  return textBinding(path, { read: (raw) => toModel[raw] ?? raw, write: (value) => toSyntax.get(value) ?? value });
};

const inCurrency = ({ currency }: Document): Record<string, string> => (currency === null ? {} : { currencyID: currency });

/** An amount that names the currency of the document. */
export const amount = (path: string): Binding<string | null> => textBinding(path, { mark: inCurrency });

/** A day of UBL: `2026-01-31`, perhaps with a time zone, which says nothing about a day. */
export const isoDay = (path: string): Binding<string | null> =>
  textBinding(path, { read: (raw) => raw.replace(/^(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})$/, '$1') });

/** A day of CII in format 102: `20260131`. */
export const compactDay = (path: string): Binding<string | null> =>
  textBinding(path, {
    read: (raw) => raw.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
    write: (value) => value.replaceAll('-', ''),
    mark: () => ({ format: '102' }),
  });

/** An attribute of the element at a path that has text already. */
export const attribute = (path: string, name: string): Binding<string | null> => ({
  read: (from) => elementAt(from, path)?.attributes[name] ?? null,
  write: (value, into) => {
    if (value !== null) joinAt(into, path).attributes[name] = value;
  },
});

/** What single amounts of a document name as their currency, each once, in order of the alphabet; it is written with each amount. */
export const amountCurrencies: Binding<readonly string[]> = {
  read: (from) => {
    const found = new Set<string>();
    const look = ({ attributes, children }: XmlElement): void => {
      if (attributes.currencyID !== undefined) found.add(attributes.currencyID.trim());
      children.forEach(look);
    };
    look(from);
    return [...found].sort();
  },
  write: () => undefined,
};

export const texts = (path: string): Binding<readonly string[]> => ({
  read: (from) =>
    elementsAt(from, path)
      .map((element) => element.text)
      .filter((value) => value !== ''),
  write: (values, into) => {
    for (const value of values) appendAt(into, path).text = value;
  },
});
