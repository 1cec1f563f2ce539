export const isPdf = ({ type, name }: Pick<File, 'type' | 'name'>): boolean =>
  type === 'application/pdf' || name.toLowerCase().endsWith('.pdf');

/** What a stream in a PDF holds, where it is packed as its attachments are; null where it is something else. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  try {
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
  } catch {
    return null;
  }
}

const isInvoice = (text: string): boolean => /<(\w+:)?CrossIndustryInvoice[\s>]/.test(text.slice(0, 4000));

/** Where a stream ends: where its dictionary says, otherwise before the line end that precedes its last word. */
function endOf(pdf: string, start: number, dictionary: string): number {
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1];
  const close = pdf.indexOf('endstream', start);
  if (length !== undefined) return start + Number(length);
  return close < 0 ? start : start + pdf.slice(start, close).replace(/\r?\n$|\r$/, '').length;
}

/** Where the streams of a PDF lie, pictures left out. */
function* streamsOf(pdf: string): Generator<{ start: number; end: number; packed: boolean }> {
  for (const { index, 0: keyword } of pdf.matchAll(/(?<!end)stream\r?\n/g)) {
    const start = index + keyword.length;
    const head = pdf.slice(Math.max(0, index - 1000), index);
    const dictionary = head.slice(head.lastIndexOf(' obj'));
    if (!/\/Subtype\s*\/Image/.test(dictionary))
      yield { start, end: endOf(pdf, start, dictionary), packed: /\/FlateDecode/.test(dictionary) };
  }
}

/** The invoice that a Factur-X or ZUGFeRD file carries beside its picture; null where a PDF carries none. */
export async function xmlInPdf(file: Uint8Array<ArrayBuffer>): Promise<string | null> {
  // One character a byte: offsets in the text are those in the file.
  const pdf = new TextDecoder('latin1').decode(file);
  for (const { start, end, packed } of streamsOf(pdf)) {
    const bytes = file.slice(start, end);
    const text = packed ? await inflated(bytes) : new TextDecoder().decode(bytes);
    if (text !== null && isInvoice(text)) return text;
  }
  return null;
}
