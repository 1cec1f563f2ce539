/**
 * An element of a parsed document. Names carry the customary prefix of their namespace (`cbc:ID`, `ram:ID`), whatever
 * prefix the document gave it; text is what stands directly in the element, without space around it.
 */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

/** An element that is being written. */
export type OpenElement = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: OpenElement[];
  text: string;
};

export const openElement = (name: string): OpenElement => ({ name, attributes: {}, children: [], text: '' });

const stepsOf = (path: string): string[] => (path === '' ? [] : path.split('/'));

/** Every element at a path of child names. */
export function elementsAt(from: XmlElement, path: string): XmlElement[] {
  let found: XmlElement[] = [from];
  for (const step of stepsOf(path)) found = found.flatMap(({ children }) => children.filter(({ name }) => name === step));
  return found;
}

/** The first element at a path, or null. */
export const elementAt = (from: XmlElement, path: string): XmlElement | null => elementsAt(from, path)[0] ?? null;

/** What stands in the first element at a path; null when there is no such element or nothing in it. */
export const textAt = (from: XmlElement, path: string): string | null => elementAt(from, path)?.text || null;

/**
 * A new element at the end of a path. Elements on the way are joined when they are the last child of their parent, so
 * that fields written one after the other come to stand in one group.
 */
export function appendAt(into: OpenElement, path: string): OpenElement {
  const steps = stepsOf(path);
  let parent = into;
  for (const step of steps.slice(0, -1)) {
    const last = parent.children.at(-1);
    if (last?.name === step) parent = last;
    else {
      const next = openElement(step);
      parent.children.push(next);
      parent = next;
    }
  }
  const element = openElement(steps.at(-1) ?? '');
  parent.children.push(element);
  return element;
}

/** The element at a path that fields go into: the last one there, or a new one. */
export function joinAt(into: OpenElement, path: string): OpenElement {
  let parent = into;
  for (const step of stepsOf(path)) {
    const last = parent.children.at(-1);
    parent = last?.name === step ? last : appendAt(parent, step);
  }
  return parent;
}
