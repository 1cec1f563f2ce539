export const formats = ['mt940', 'camt', 'ofx', 'csv'] as const;
export type Format = (typeof formats)[number];

/** What a text is, by what only that format has. CSV is what is left: any text may be a table. */
export function formatOf(text: string): Format {
  if (/<OFX[\s>]/i.test(text) || /^\s*OFXHEADER\s*:/i.test(text)) return 'ofx';
  if (/^\s*<[?!\w]/.test(text)) return 'camt';
  return /^(\{.*)?:20:/m.test(text) && /^:(25P?|28C?|60[FM]|61):/m.test(text) ? 'mt940' : 'csv';
}
