const longest = 80;

/** Values that we made ourselves. All others were chosen by people, who may be strangers to the reader. */
const ours = new Set(['link', 'code', 'until']);

/** Values that a workspace wrote to its own customers, in several lines. */
const texts = new Set(['subject', 'text', 'items']);

/**
 * A name as it may stand in a mail: one short line that no mail program turns into a link, so that nobody sends their own
 * message to a stranger by calling themselves `Win at evil.example`.
 */
export function plainName(value: string): string {
  const line = value
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/[:/\\@]+/g, ' ')
    .trim();
  const short = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  return short.replace(/\.(?=\S)/g, '.\u2060');
}

/** A text as it may stand in a mail: its lines stay, and no mail program turns a part of it into a link. Figures stay as they are. */
export const plainText = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Cf}/gu, '')
    .replace(/:\/\//g, ' ')
    .replace(/@/g, ' @ ')
    .replace(/\.(?=\p{L})/gu, '.\u2060')
    .trim();

const safe = (name: string, value: string): string => {
  if (ours.has(name)) return value;
  return texts.has(name) ? plainText(value) : plainName(value);
};

/** Fills `{name}` in a text. @throws Error when a value is missing: half a mail helps nobody */
export function fill(text: string, values: Readonly<Record<string, string>>, encode: (value: string) => string): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the mail needs ${name}`);
    return encode(safe(name, value));
  });
}
