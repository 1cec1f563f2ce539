import { expect, test } from 'vitest';
import { gapsByPage } from './gaps.ts';

test('what is missing is told once, on the page where it is set', () => {
  const gaps = [
    { code: 'BR-33', pointer: '/lines/0/name', message: 'Item name is missing.' },
    { code: 'BR-CO-04', pointer: '/lines/2/vat/code', message: 'VAT category of the line is missing.' },
    { code: 'BR-11', pointer: '/buyer/address/country', message: 'Buyer country code is missing.' },
    { code: 'BR-S-02', pointer: '/seller/taxRegistrations', message: 'VAT identifier of the seller is missing.' },
    { code: 'BR-S-02', pointer: '/seller/taxRegistrations', message: 'VAT identifier of the seller is missing.' },
    { code: 'BR-IC-12', pointer: '/delivery/address/country', message: 'Deliver to country is missing.' },
  ];
  expect(gapsByPage(gaps).map(([page, those]) => [page, those.map(({ code }) => code)])).toEqual([
    ['seller', ['BR-CO-04', 'BR-S-02']],
    ['buyer', ['BR-11']],
    ['document', ['BR-33', 'BR-IC-12']],
  ]);
});
