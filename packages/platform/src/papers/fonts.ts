import { createRequire } from 'node:module';

/** Letters of most of Europe; those of the format itself know its west alone. */
const fontFile = (name: string): string => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** What the fonts are called in a document that {@link useFonts} was told. */
export type FontName = 'plain' | 'bold';

/** Begin a document with no font of its own (`font: ''`): one that it knows by another name is read anew each time it is used. */
export function useFonts(doc: PDFKit.PDFDocument): void {
  doc.registerFont('plain', fontFile('DejaVuSans'));
  doc.registerFont('bold', fontFile('DejaVuSans-Bold'));
}

type Drawn = { readonly _font: { readonly font: { hasGlyphForCodePoint(point: number): boolean } } };

/** A text in the letters that the font at hand has: another becomes �, because PDF/A takes no letter without a shape (ISO 19005-3, 6.2.11.8). */
export function inFont(doc: PDFKit.PDFDocument, text: string): string {
  const { font } = (doc as unknown as Drawn)._font;
  const has = (letter: string) => letter === '\n' || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
  return [...text.normalize('NFC')].map((letter) => (has(letter) ? letter : '\uFFFD')).join('');
}
