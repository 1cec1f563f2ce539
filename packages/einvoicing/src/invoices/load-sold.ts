import { companyOf } from '@atlas/accounting';
import { AtlasError } from '@atlas/kernel';
import { loadParty } from '@atlas/parties';
import { found, type TenantTx } from '@atlas/platform';
import { loadInvoice } from '@atlas/sales';
import type { Sold } from '../domain/sold.ts';
import { loadSeller } from '../sellers/sellers.repository.ts';
import { countryCodeOf } from './country-code-of.ts';
import { soldLines } from './sold-lines.ts';

type Invoice = NonNullable<Awaited<ReturnType<typeof loadInvoice>>>;

async function buyerOf(tx: TenantTx, { customerId, customerCode, customerName }: Invoice): Promise<Sold['buyer']> {
  const party = await loadParty(tx, customerId);
  const address = party?.addresses.find(({ kind }) => kind === 'billing') ?? party?.addresses[0] ?? null;
  return {
    code: customerCode,
    name: customerName,
    taxNumber: party?.taxNumber ?? null,
    email: party?.email ?? null,
    address: address && { ...address, countryName: address.country, country: countryCodeOf(address.country) },
  };
}

async function creditedBy(tx: TenantTx, { creditedInvoiceId }: Invoice): Promise<Sold['credited']> {
  const credited = creditedInvoiceId === null ? null : await loadInvoice(tx, creditedInvoiceId);
  return credited?.number ? { number: credited.number, date: credited.date } : null;
}

/**
 * A posted document with all that an electronic invoice says of it.
 *
 * @throws AtlasError `not_found`, `einvoicing.not_posted`, `accounting.not_set_up`
 */
export async function loadSold(tx: TenantTx, id: string): Promise<{ sold: Sold; invoice: Invoice }> {
  const invoice = found(await loadInvoice(tx, id), 'invoice');
  if (invoice.number === null) throw new AtlasError('einvoicing.not_posted', 'A draft has no number yet: post it first.');
  const [company, seller, buyer, credited, parts] = await Promise.all([
    companyOf(tx),
    loadSeller(tx),
    buyerOf(tx, invoice),
    creditedBy(tx, invoice),
    soldLines(tx, invoice),
  ]);
  const { version: _version, ...said } = seller;
  return {
    invoice,
    sold: {
      ...invoice,
      number: invoice.number,
      shipCountry: countryCodeOf(invoice.shipCountry),
      credited,
      net: invoice.net.amount,
      tax: invoice.tax.amount,
      gross: invoice.gross.amount,
      inBooks: invoice.inBooks && { currency: invoice.inBooks.tax.currency, tax: invoice.inBooks.tax.amount },
      withheld: invoice.withheld.amount,
      ...parts,
      seller: { ...said, name: company.name, country: said.country ?? countryCodeOf(company.country) },
      buyer,
    },
  };
}
