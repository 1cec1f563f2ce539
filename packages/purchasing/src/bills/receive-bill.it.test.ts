import { text } from 'node:stream/consumers';
import type * as parties from '@atlas/parties/contract';
import { openAttachment } from '@atlas/platform';
import { asAdministrator, newBuyer, operationNamed, receivedXml } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { billAttachments } from './bill-attachments.ts';
import { deleteBill } from './delete-bill.ts';
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

  it('stays with the bill that it makes, as it came', async () => {
    const shop = await newBuyer();
    const [, list] = billAttachments;
    // What is outside of ASCII has more bytes than characters.
    const xml = receivedXml('Mühle & Söhne €'.replace('&', '&amp;'), 'E 1/Größe');
    const received = { xml, accountId: shop.account('6040'), supplierId: shop.supplierId };
    const { id } = await shop.run(receiveBill, received);
    const { items } = await shop.run(list, { id });
    expect(items).toMatchObject([{ name: 'E-1-Größe.xml', contentType: 'text/plain', byteCount: Buffer.byteLength(xml) }]);
    expect(await text(await openAttachment(shop.ctx(), items[0]?.id ?? ''))).toBe(xml);
    const events = await asAdministrator<{ after: { attachment?: { name: string }; status?: string } }>(
      `select after from audit_events where tenant_id = $1 and action = 'purchasing.bill.receive'`,
      [shop.tenantId],
    );
    expect(events).toMatchObject([{ after: { status: 'draft', attachment: { name: 'E-1-Größe.xml' } } }]);
    await shop.run(deleteBill, { id });
    expect(await asAdministrator('select from attachments where tenant_id = $1', [shop.tenantId])).toEqual([]);
  });

  it('is drafted once, however often it is sent, and leaves nothing where it is refused', async () => {
    const shop = await newBuyer();
    const received = { xml: receivedXml('Twice'), accountId: shop.account('6040'), supplierId: shop.supplierId };
    const [first, again] = [
      await shop.run(receiveBill, received, { key: 'k1' }),
      await shop.run(receiveBill, received, { key: 'k1' }),
    ];
    expect(again.id).toBe(first.id);
    await expect(shop.run(receiveBill, received)).rejects.toThrow(refused('duplicate'));
    const [, list] = billAttachments;
    const { items } = await shop.run(list, { id: first.id });
    expect(items).toHaveLength(1);
    expect(await text(await openAttachment(shop.ctx(), items[0]?.id ?? ''))).toBe(received.xml);
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
