import type * as accounting from '@atlas/accounting/contract';
import { uuidv7 } from '@atlas/kernel';
import { createParty, operationNamed } from './operations.ts';
import { newShop, type Shop } from './shop.ts';

const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');
const readTrialBalance = operationNamed<typeof accounting.readTrialBalance>('accounting.report.trial_balance');

/** A shop with a supplier. */
export type Buyer = Shop & { readonly supplierId: string };

/** One more supplier of a shop. */
export async function newSupplier(shop: Shop): Promise<string> {
  const code = `S${uuidv7().slice(-12)}`;
  return (await shop.run(createParty, { code, name: `Supplier ${code}`, isCustomer: false, isSupplier: true })).id;
}

export async function newBuyer(): Promise<Buyer> {
  const shop = await newShop();
  return { ...shop, supplierId: await newSupplier(shop) };
}

/** A line over some office supplies. */
export const billLine = (shop: Shop, quantity: string, unitPrice: string, more: object = {}) => ({
  description: 'Paper',
  quantity,
  unitPrice,
  accountId: shop.account('6040'),
  ...more,
});

/** A bill over some office supplies at 100.00 with 19 % tax, with a number of its own. */
export const billOf = (shop: Buyer, quantity: string, more: object = {}) => ({
  supplierId: shop.supplierId,
  supplierNumber: `RE-${uuidv7().slice(-12)}`,
  date: '2026-03-10',
  lines: [billLine(shop, quantity, '100', { taxIds: [shop.taxCodeId] })],
  ...more,
});

/** What is owed to suppliers as the trial balance shows it. */
export async function owedToSuppliers(shop: Shop): Promise<string> {
  const { rows } = await shop.run(readTrialBalance, { asOf: '2026-12-31' });
  const row = rows.find(({ code }) => code === '2100');
  return row ? (Number(row.credit.amount) - Number(row.debit.amount)).toFixed(2) : '0.00';
}

/** The lines of an entry: account, debit, credit. */
export async function entryRows(shop: Shop, id: string | null): Promise<[string, string | null, string | null][]> {
  const { lines } = await shop.run(getJournal, { id });
  return lines.map(({ accountCode, debit, credit }) => [accountCode, debit?.amount ?? null, credit?.amount ?? null]);
}

/** An electronic invoice over 3 reams of paper, less an allowance, with 19 % VAT; its line is cheaper than quantity × price. */
export const receivedXml = (sellerName: string, number = 'E-1'): string => `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:ID>${number}</cbc:ID><cbc:IssueDate>2026-03-10</cbc:IssueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty><cac:Party>
    <cac:PartyTaxScheme><cbc:CompanyID>DE 123456789</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>${sellerName}</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Loyal</cbc:AllowanceChargeReason>
    <cbc:Amount currencyID="EUR">5.00</cbc:Amount>
    <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>
  </cac:AllowanceCharge>
  <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">104.99</cbc:LineExtensionAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">118.99</cbc:TaxInclusiveAmount></cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="EA">3</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="EUR">104.99</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Paper</cbc:Name>
      <cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>
    </cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">35.00</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
</Invoice>`;
