export type Gap = { readonly code: string; readonly pointer: string; readonly message: string };
export type GapPage = 'seller' | 'buyer' | 'document';

/** Where something that is missing at a place of an electronic invoice is set. */
export function pageOf({ pointer, code }: Gap): GapPage {
  if (pointer.startsWith('/buyer/')) return 'buyer';
  const ofVat = pointer.includes('/vat/') || pointer.endsWith('/exemptionReason') || /^BR-(Z|E|AE|IC|G|O)-/.test(code);
  return pointer.startsWith('/seller') || (ofVat && !pointer.startsWith('/delivery')) ? 'seller' : 'document';
}

/** Gaps by the page where they are closed, the company's first; what several rules ask for is told once. */
export function gapsByPage(gaps: readonly Gap[]): [GapPage, Gap[]][] {
  const once = gaps.filter((gap, index) => gaps.findIndex(({ message }) => message === gap.message) === index);
  return (['seller', 'buyer', 'document'] as const)
    .map((page): [GapPage, Gap[]] => [page, once.filter((gap) => pageOf(gap) === page)])
    .filter(([, those]) => those.length > 0);
}
