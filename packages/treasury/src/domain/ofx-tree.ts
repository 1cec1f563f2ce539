/** An element of OFX: what it says, and what lies in it. */
export type OfxElement = { readonly name: string; text: string; readonly children: OfxElement[] };

/** Elements that hold a value and no elements: only these may be empty and still need no closing tag. */
const values = new Set(
  `CODE SEVERITY MESSAGE TRNUID TRNTYPE DTPOSTED DTUSER DTAVAIL TRNAMT FITID CORRECTFITID CORRECTACTION SRVRTID CHECKNUM REFNUM SIC
  PAYEEID NAME EXTDNAME MEMO CURDEF CURSYM CURRATE BANKID BRANCHID ACCTID ACCTTYPE ACCTKEY BALAMT DTASOF DTSTART DTEND
  DTSERVER LANGUAGE DTPROFUP ORG FID MKTGINFO INV401KSOURCE`.split(/\s+/),
);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The five entities and characters by number: there are no others, and nothing expands. */
export const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,5}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    if (code !== null)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
    return entities[String(name).toLowerCase()] ?? whole;
  });

const token = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)([A-Za-z0-9_.]+)[^<>]*?(\/?)>|([^<]+)|</g;

const endsWithNext = ({ name, text }: OfxElement): boolean => text.trim() !== '' || values.has(name);

/** Openings that nothing ends are taken out, so that none of them is looked for to the end of the text again and again. */
function withoutOpenEnds(text: string, opening: string, ending: string): string {
  const last = text.lastIndexOf(ending) + 1;
  return text.slice(0, last) + text.slice(last).replaceAll(opening, '');
}

/** Deeper than any statement; what lies deeper stands beside it. */
const mostLevels = 64;

function close(open: OfxElement[], name: string): void {
  const at = open.map((element) => element.name).lastIndexOf(name);
  if (at > 0) open.length = at;
}

/**
 * Reads OFX 1.x (SGML, where elements with values are not closed) and 2.x (XML, which banks also write in the old way).
 * Null when there is no `OFX` in the text.
 */
export function readOfxTree(text: string): OfxElement | null {
  const start = text.search(/<OFX[\s>]/i);
  if (start < 0) return null;
  const root: OfxElement = { name: '', text: '', children: [] };
  const open = [root];
  const clean = withoutOpenEnds(withoutOpenEnds(text.slice(start), '<!--', '-->'), '<![CDATA[', ']]>');
  for (const [whole, cdata, closing, tag, empty, plain] of clean.matchAll(token)) {
    const top = open.at(-1) ?? root;
    if (cdata !== undefined) top.text += cdata;
    else if (plain !== undefined) top.text += decoded(plain);
    else if (tag === undefined) top.text += whole === '<' ? '<' : '';
    else if (closing) close(open, tag.toUpperCase());
    else {
      if (open.length > 1 && endsWithNext(top)) open.pop();
      const element: OfxElement = { name: tag.toUpperCase(), text: '', children: [] };
      (open.at(-1) ?? root).children.push(element);
      if (!empty && open.length < mostLevels) open.push(element);
    }
  }
  return root;
}

/** The first element below another one by its path, or null. */
export function elementAt(from: OfxElement | null, ...path: readonly string[]): OfxElement | null {
  return path.reduce<OfxElement | null>((at, name) => at?.children.find((child) => child.name === name) ?? null, from);
}

/** Every element of some names, however deep. */
export function elementsNamed(from: OfxElement, names: ReadonlySet<string>): OfxElement[] {
  const found: OfxElement[] = [];
  const waiting = [from];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (names.has(element.name)) found.push(element);
    for (const child of element.children.toReversed()) waiting.push(child);
  }
  return found;
}
