/** As much of a file as a preview needs. */
const headBytes = 16_000;

/** The first lines of a file: UTF-8, or else what most banks wrote before it. Whole lines only. */
export async function headOf(file: Blob): Promise<string> {
  const bytes = await file.slice(0, headBytes).arrayBuffer();
  const read = (label: string, fatal: boolean): string => new TextDecoder(label, { fatal }).decode(bytes, { stream: true });
  let text: string;
  try {
    text = read('utf-8', true);
  } catch {
    text = read('windows-1252', false);
  }
  return file.size > headBytes ? text.slice(0, Math.max(text.lastIndexOf('\n'), 0)) : text;
}

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The delimiter that parts the first line into the most columns. */
export const delimiterOf = (head: string): Delimiter => {
  const [first = ''] = head.split(/\r?\n/);
  const parts = (delimiter: Delimiter): number => first.split(delimiter).length;
  return delimiters.reduce((best, each) => (parts(each) > parts(best) ? each : best), ',');
};

/** What the columns are called, to choose by. Quoted delimiters are rare in headings, and the API reads them right. */
export const headingsOf = (head: string, delimiter: string, headerLines: number): string[] => {
  const lines = head.split(/\r?\n/);
  return (lines[Math.max(headerLines - 1, 0)] ?? '').split(delimiter).map((name) => name.replace(/^\uFEFF?"?|"$/g, '').trim());
};
