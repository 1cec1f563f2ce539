import { saveAs } from './download.ts';

type Part = { readonly fileName: string; readonly content: string; readonly mediaType: string; readonly nextPart: number | null };

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Reads a file part by part and hands it to the reader. */
export async function saveParts(read: (part: number) => Promise<Part>): Promise<void> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let last: Part;
  let part: number | null = 0;
  do {
    last = await read(part);
    parts.push(bytesOf(last.content));
    part = last.nextPart;
  } while (part !== null);
  saveAs(last.fileName, new Blob(parts, { type: last.mediaType }));
}
