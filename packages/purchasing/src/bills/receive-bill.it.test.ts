import type * as parties from '@atlas/parties/contract';
import { newBuyer, operationNamed, receivedXml } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { postBill } from './post-bill.ts';
import { receiveBill } from './receive-bill.ts';

const createParty = operationNamed<typeof parties.createParty>('parties.party.create');
const refused = (code: string) => expect.objectContaining({ code });

describe('an electronic invoice that was received', () => {
  it('is a draft with its nets and its total, of the supplier that it names, ready to be posted', async () => {
    const shop = await newBuyer();
    const mill = await shop.run(createParty, { code: 'MILL', name: 'The Mill', isSupplier: true, taxNumber: 'DE123456789' });
    await shop.run(createParty, { code: 'MILL2', name: 'THE MILL', isSupplier: true });
    const draft = await shop.run(receiveBill, { xml: receivedXml('The mill'), accountId: shop.account('6040') });
    expect(draft).toMatchObject({ status: 'draft', supplierId: mill.id, supplierNumber: 'E-1', date: '2026-03-10' });
    // 3 × 35.00 is 105.00; the document says 104.99, and that is what counts. 19 % of 99.99 is 19.00.
    expect(draft.lines.map(({ net, isNetGiven, taxIds }) => [net.amount, isNetGiven, taxIds])).toEqual([
      ['104.99', true, [shop.taxCodeId]],
      ['-5.00', true, [shop.taxCodeId]],
    ]);
    expect([draft.gross.amount, draft.total?.amount]).toEqual(['118.99', '118.99']);
    expect(await shop.run(postBill, { id: draft.id })).toMatchObject({ status: 'posted', open: { amount: '118.99' } });
    const again = { xml: receivedXml('The mill'), accountId: shop.account('6040') };
    await expect(shop.run(receiveBill, again)).rejects.toThrow(refused('duplicate'));
  });

  it('is in the currency that it says', async () => {
    const shop = await newBuyer();
    const dollars = receivedXml('Abroad').replace('<cbc:DocumentCurrencyCode>EUR', '<cbc:DocumentCurrencyCode>USD');
    const received = { accountId: shop.account('6040'), supplierId: shop.supplierId };
    const draft = await shop.run(receiveBill, { ...received, xml: dollars });
    expect(draft).toMatchObject({ currency: 'USD', exchangeRate: null, inBooks: null, gross: { currency: 'USD' } });
    const unheard = dollars.replace('>USD<', '>XXQ<');
    await expect(shop.run(receiveBill, { ...received, xml: unheard })).rejects.toThrow(refused('purchasing.unusable_e_invoice'));
  });

  it('is refused where nobody, or more than one, is like its seller, and when it is none', async () => {
    const shop = await newBuyer();
    const received = { xml: receivedXml('Twins'), accountId: shop.account('6040') };
    await expect(shop.run(receiveBill, received)).rejects.toThrow(refused('purchasing.unknown_supplier'));
    for (const code of ['T1', 'T2']) await shop.run(createParty, { code, name: 'Twins', isSupplier: true });
    await expect(shop.run(receiveBill, received)).rejects.toThrow(refused('purchasing.unknown_supplier'));
    expect(await shop.run(receiveBill, { ...received, supplierId: shop.supplierId })).toMatchObject({
      supplierId: shop.supplierId,
    });
    await expect(shop.run(receiveBill, { ...received, xml: '<a/>' })).rejects.toThrow(refused('einvoicing.unknown_document'));
  });
});
