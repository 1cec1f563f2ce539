'use client';
import { ask } from './ask.ts';

/** Hands something to the reader as a file. */
export function saveAs(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Downloads a file of the API. A link could not say what workspace it is for. */
export async function download(path: string, name: string): Promise<void> {
  saveAs(name, await (await ask(path)).blob());
}
