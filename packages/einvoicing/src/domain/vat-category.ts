import { type Binding, optional } from './binding.ts';
import type { VatCategory } from './e-invoice.ts';
import { elementsAt, textAt, type XmlElement } from './xml-element.ts';

/** Whether a text names VAT, however it is written. */
export const isVat = (scheme: string | null): boolean => scheme?.toUpperCase() === 'VAT';

/** Whether a category is one of VAT. Where nothing says of which tax it is, it is taken to be. */
const ofVat = (element: XmlElement, kindPath: string): boolean => isVat(textAt(element, kindPath) ?? 'VAT');

/** A category; of another tax it says nothing. @param kindPath where it says of which tax it is */
export const vatOnly = (binding: Binding<VatCategory>, kindPath: string): Binding<VatCategory> => ({
  ...binding,
  read: (from) => (ofVat(from, kindPath) ? binding.read(from) : { code: null, rate: null }),
});

/** The VAT category at a path, where categories of other taxes may stand beside it; null when none stands there. */
export const vatAt = (path: string, binding: Binding<VatCategory>, kindPath: string): Binding<VatCategory | null> => ({
  read: (from) => {
    const all = elementsAt(from, path);
    const counted = all.find((element) => ofVat(element, kindPath)) ?? all[0];
    return counted ? vatOnly(binding, kindPath).read(counted) : null;
  },
  write: optional(path, binding).write,
});
