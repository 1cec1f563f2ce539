/** The customer of sales over the counter, to whom a table may give what names no customer. */
const walkInCustomer = { code: 'WALK-IN', name: 'Walk-in customer' } as const;

type Row = Readonly<Record<string, string>>;

const isPrice = (amount: string): boolean => /[1-9]/.test(amount) && !amount.startsWith('-');

/** Whether the number of a document says that it is a credit note. */
const isCredit = ({ reference = '', creditPrefix = '' }: Row): boolean =>
  creditPrefix !== '' && reference.toLowerCase().startsWith(creditPrefix.toLowerCase());

/**
 * What a row of a sales table says beside its line: its invoice or credit note, the customer and the product. A product
 * costs what its first line with a price says; whoever has no name is called by the code.
 */
export function mentionsOfInvoiceRow(row: Row) {
  const { reference = '', date = '', customer = '', country = '', product = '', description = '', unitPrice = '' } = row;
  const walkIn = customer === walkInCustomer.code;
  const customerName = row.customerName || (walkIn ? walkInCustomer.name : '');
  return {
    document: { reference, date, customer, shipCountry: country, credit: String(isCredit(row)) },
    others: [
      {
        kind: 'parties.customers',
        key: customer,
        // People who walk in come from everywhere.
        values: { code: customer, name: customerName, country: walkIn ? '' : country },
        otherwise: { name: customer },
      },
      {
        kind: 'catalog.products',
        key: product,
        values: { code: product, name: description, salesPrice: isPrice(unitPrice) ? unitPrice : '' },
        otherwise: { name: product, salesPrice: '0' },
      },
    ],
  };
}
