import { AtlasError } from '@atlas/kernel';

/** The currency of the books is worth itself. @throws AtlasError `accounting.own_currency` */
export function checkForeign(currency: string, books: string): void {
  if (currency !== books) return;
  const message = `The books are kept in ${books}.`;
  throw new AtlasError('accounting.own_currency', message, {
    errors: [{ pointer: '/currency', code: 'accounting.own_currency', message }],
  });
}
