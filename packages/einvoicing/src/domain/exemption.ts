import { exemptionReasons } from './code-lists.ts';

/** Why a line owes no VAT, in the words of the standard: its category (UNCL 5305), a code (VATEX) and a reason. */
export type Exemption = { readonly category: string; readonly code: string | null; readonly reason: string | null };

/** A tax of a line, as far as it says why nothing is owed. */
export type ExemptingTax = {
  readonly operation: 'domestic' | 'reverse_charge' | 'withholding' | 'exempt';
  readonly exemptionCode: string | null;
  readonly exemptionReason: string | null;
};

/** Codes that belong to a category of their own; any other is exempt as such. */
const categoryByCode: Readonly<Record<string, string>> = {
  'VATEX-EU-AE': 'AE',
  'VATEX-EU-IC': 'K',
  'VATEX-EU-G': 'G',
  'VATEX-EU-O': 'O',
};

/** What the taxes of a line say of why it owes no VAT; null when they do not say it. */
export function exemptionOf(taxes: readonly ExemptingTax[]): Exemption | null {
  const tax = taxes.find(({ operation }) => operation === 'exempt' || operation === 'reverse_charge');
  if (!tax) return null;
  if (tax.operation === 'reverse_charge') return { category: 'AE', code: 'VATEX-EU-AE', reason: 'Reverse charge' };
  const code = tax.exemptionCode?.toUpperCase() ?? null;
  // The standard knows only codes of its own list; another is told in words.
  const listed = code !== null && exemptionReasons.has(code) ? code : null;
  return { category: categoryByCode[listed ?? ''] ?? 'E', code: listed, reason: tax.exemptionReason ?? tax.exemptionCode };
}
