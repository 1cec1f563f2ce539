import { buffer } from 'node:stream/consumers';
import { inflateSync } from 'node:zlib';
import type * as accounting from '@atlas/accounting/contract';
import type * as parties from '@atlas/parties/contract';
import type * as payments from '@atlas/payments/contract';
import type * as sales from '@atlas/sales/contract';
import { allowing, asAdministrator, doBackgroundWork, newShop, operationNamed, type Shop, testStorage } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { checkEInvoice } from '../invoices/check-e-invoice.ts';
import { exportEInvoice } from '../invoices/export-e-invoice.ts';
import { saveSeller } from '../sellers/save-seller.ts';
import { printInvoice } from './print-invoice.ts';
import { getInvoicePaper, readInvoicePaper } from './read-paper.ts';

const issueInvoice = operationNamed<typeof sales.issueInvoice>('sales.invoice.issue');
const createInvoice = operationNamed<typeof sales.createInvoice>('sales.invoice.create');
const updateParty = operationNamed<typeof parties.updateParty>('parties.party.update');
const voidInvoice = operationNamed<typeof sales.voidInvoice>('sales.invoice.void');
const saveDunningParty = operationNamed<typeof payments.saveDunningParty>('payments.dunning_party.save');
const saveExchangeRate = operationNamed<typeof accounting.saveExchangeRate>('accounting.exchange_rate.save');

const seller = {
  ...{ vatId: 'DE123456789', street: 'Hafenstraße 1', city: 'Hamburg', postalCode: '20457', country: 'DE', version: 1 },
  ...{ electronicScheme: '9930', electronicAddress: 'DE123456789', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' },
};

const invoiceOf = ({ customerId, productId }: Shop, quantity: string) => ({
  ...{ customerId, date: '2026-03-10' },
  lines: [{ productId, quantity, unitPrice: '100' }],
});

async function readyShop(): Promise<Shop> {
  const shop = await newShop();
  await shop.run(saveSeller, seller);
  const addresses = [{ kind: 'billing' as const, street: 'Rue 1', city: 'Lyon', postalCode: '69001', country: 'France' }];
  await shop.run(updateParty, { id: shop.customerId, version: 1, email: 'c@example.com', addresses });
  return shop;
}

async function printed(shop: Shop, id: string) {
  await shop.run(printInvoice, { id });
  await doBackgroundWork(shop);
  const paper = await shop.run(getInvoicePaper, { id });
  expect(paper).toMatchObject({ status: 'completed', error: null });
  const { content, nextPart, mediaType } = await shop.run(readInvoicePaper, { id });
  expect([nextPart, mediaType]).toEqual([null, 'application/pdf']);
  return { paper, pdf: Buffer.from(content, 'base64') };
}

/** What the streams of a PDF hold, one character a byte. */
const streamsOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/(?<!end)stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return body;
    }
  });

const xmlIn = (pdf: Buffer): string | undefined =>
  streamsOf(pdf)
    .map((stream) => Buffer.from(stream, 'latin1').toString())
    .find((stream) => stream.includes('CrossIndustryInvoice xmlns'));

describe('an invoice as PDF', () => {
  it('carries the electronic invoice that is exported, which breaks no rule', async () => {
    const shop = await readyShop();
    const { id } = await shop.run(issueInvoice, invoiceOf(shop, '2.5'));
    const { paper, pdf } = await printed(shop, id);
    expect(paper).toMatchObject({ edition: 1, fileName: 'INV-2026-00001.pdf', gaps: [], byteCount: pdf.length });
    const xml = xmlIn(pdf) ?? '';
    expect(xml).toBe((await shop.run(exportEInvoice, { id, syntax: 'cii' })).xml);
    expect(await shop.run(checkEInvoice, { xml })).toMatchObject({ syntax: 'cii', isAcceptable: true, violations: [] });
    const text = pdf.toString();
    expect(text).toContain('/AFRelationship /Alternative');
    expect(text).toContain('/F (factur-x.xml)');
    expect(text).toContain('<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    for (const word of text.match(/<fx:(\w+)>/g) ?? [])
      expect(text).toContain(`<pdfaProperty:name>${word.slice(4, -1)}</pdfaProperty:name>`);
  });

  it('is written once: who asks again, at once, later or twice, gets the same file', async () => {
    const shop = await readyShop();
    const { id } = await shop.run(issueInvoice, invoiceOf(shop, '1'));
    const both = await Promise.all([shop.run(printInvoice, { id }), shop.run(printInvoice, { id })]);
    expect(new Set(both.map((paper) => paper.id)).size).toBe(1);
    await expect(shop.run(readInvoicePaper, { id })).rejects.toMatchObject({ code: 'einvoicing.paper_not_ready' });
    const { paper, pdf } = await printed(shop, id);
    await shop.run(updateParty, { id: shop.customerId, version: 2, name: 'Renamed since' });
    const again = await printed(shop, id);
    expect(again.paper).toEqual(paper);
    expect(again.pdf.equals(pdf)).toBe(true);
    expect(await asAdministrator('select from invoice_papers where tenant_id = $1', [shop.tenantId])).toHaveLength(1);
  });

  it('is the same bytes when its job comes again, and what it wrote first stays', async () => {
    const shop = await readyShop();
    const { id } = await shop.run(issueInvoice, invoiceOf(shop, '1'));
    const { pdf } = await printed(shop, id);
    const keyOf = async () =>
      (await asAdministrator<{ key: string }>('select storage_key as key from invoice_papers where invoice_id = $1', [id]))[0]
        ?.key ?? '';
    const key = await keyOf();
    const replay = async (more: string) => {
      await asAdministrator(more, [shop.tenantId]);
      await asAdministrator('update outbox_messages set handled_at = null where tenant_id = $1', [shop.tenantId]);
      await doBackgroundWork(shop);
    };
    await replay('delete from inbox_receipts where tenant_id = $1');
    expect(await keyOf()).toBe(key);
    // As if a worker had died before it wrote down what it had made.
    await replay(`update invoice_papers set status = 'queued', storage_key = null where tenant_id = $1`);
    expect(await keyOf()).not.toBe(key);
    expect((await buffer(testStorage().open(shop.tenantId, await keyOf()))).equals(pdf)).toBe(true);
  });

  it('says what its electronic invoice lacks, and carries it once that is set', async () => {
    const shop = await newShop();
    const { id } = await shop.run(issueInvoice, invoiceOf(shop, '1'));
    const first = await printed(shop, id);
    expect(xmlIn(first.pdf)).toBeUndefined();
    expect(first.paper.gaps).toEqual(
      expect.arrayContaining([expect.objectContaining({ rule: 'BR-S-02', setAt: '/settings/e-invoices' })]),
    );
    // Nothing was set since: it is the same.
    expect((await printed(shop, id)).paper.id).toBe(first.paper.id);
    await shop.run(saveSeller, seller);
    const addresses = [{ kind: 'billing' as const, city: 'Lyon', country: 'France' }];
    await shop.run(updateParty, { id: shop.customerId, version: 1, addresses });
    const second = await printed(shop, id);
    expect(second.paper).toMatchObject({ edition: 2, gaps: [] });
    expect(xmlIn(second.pdf)).toBeDefined();
  });

  it('is another of a document that was voided, without its electronic invoice; the first stays', async () => {
    const shop = await readyShop();
    const { id } = await shop.run(issueInvoice, invoiceOf(shop, '1'));
    const first = await printed(shop, id);
    expect(first.paper).toMatchObject({ edition: 1, isVoided: false });
    await shop.run(voidInvoice, { id, date: '2026-03-11' });
    const second = await printed(shop, id);
    expect(second.paper).toMatchObject({ edition: 2, isVoided: true, gaps: [] });
    expect(xmlIn(second.pdf)).toBeUndefined();
    expect((await printed(shop, id)).paper.id).toBe(second.paper.id);
    const [kept] = await asAdministrator<{ key: string }>('select storage_key as key from invoice_papers where id = $1', [
      first.paper.id,
    ]);
    expect((await buffer(testStorage().open(shop.tenantId, kept?.key ?? ''))).equals(first.pdf)).toBe(true);
  });

  it('is read by nobody from whom a field of the invoice is hidden, and neither is its electronic invoice', async () => {
    const shop = await readyShop();
    const { id } = await shop.run(issueInvoice, { ...invoiceOf(shop, '1'), note: 'For our eyes' });
    await printed(shop, id);
    const reader = allowing('sales.invoice.get', 'einvoicing.invoice_paper.read', 'einvoicing.invoice.export');
    const actor = { ...reader, hides: (name: string) => (name === 'sales.invoice.get' ? ['note'] : []) };
    for (const operation of [readInvoicePaper, exportEInvoice])
      await expect(operation(shop.ctx({ actor }), { id })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await readInvoicePaper(shop.ctx({ actor: reader }), { id })).toMatchObject({ nextPart: null });
  });

  it('is of no draft', async () => {
    const shop = await readyShop();
    const draft = await shop.run(createInvoice, invoiceOf(shop, '1'));
    await expect(shop.run(printInvoice, { id: draft.id })).rejects.toMatchObject({ code: 'einvoicing.not_posted' });
    await expect(shop.run(getInvoicePaper, { id: draft.id })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is written of whatever was posted: credit notes, languages, currencies, a thousand lines', async () => {
    const shop = await readyShop();
    await shop.run(saveDunningParty, { partyId: shop.customerId, excluded: false, locale: 'de' });
    await shop.run(saveExchangeRate, { currency: 'JPY', validOn: '2026-03-01', rate: '160' });
    const line = { description: 'Ding '.repeat(40).trim(), quantity: '1.5', unitPrice: '80', discount: '0.125' };
    const lines = Array.from({ length: 1000 }, () => ({ ...line, taxIds: [shop.taxCodeId] }));
    const invoice = await shop.run(issueInvoice, { ...invoiceOf(shop, '1'), lines, note: 'Danke '.repeat(600).trim() });
    const credit = { ...invoiceOf(shop, '1'), kind: 'credit_note' as const, creditedInvoiceId: invoice.id };
    const yen = { ...invoiceOf(shop, '1'), currency: 'JPY', lines: [{ ...line, unitPrice: '333', taxIds: [shop.taxCodeId] }] };
    for (const document of [invoice, await shop.run(issueInvoice, credit), await shop.run(issueInvoice, yen)]) {
      const { pdf, paper } = await printed(shop, document.id);
      expect(paper.gaps).toEqual([]);
      expect(pdf.toString('latin1')).toContain('/Lang (de)');
      const pages = pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;
      expect(pages > 1).toBe(document.id === invoice.id);
    }
  });
});
