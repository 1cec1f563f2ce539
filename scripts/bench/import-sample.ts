/** What a company brings along: the same whenever it is made. Amounts in cents, dates all in one year. */
export type Sample = {
  readonly customers: readonly { code: string; name: string; email: string; city: string; country: string }[];
  readonly products: readonly { code: string; name: string; price: number }[];
  readonly invoices: readonly {
    readonly reference: string;
    readonly customer: string;
    readonly date: string;
    readonly lines: readonly { product: string; quantity: number; price: number }[];
  }[];
};

const linesEach = 4;
const cities = ['Lyon', 'Graz', 'Porto', 'Aarhus', 'Ghent'];
const countries = ['FR', 'AT', 'PT', 'DK', 'BE'];

const each = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const amount = (cents: number): string => `${Math.floor(cents / 100)}.${twoDigits(cents % 100)}`;

/** Invoices of four lines, a customer for every ten of them and a product for every twenty-five. */
export function sampleOf(invoices: number): Sample {
  const [customers, products] = [invoices / 10, invoices / 25];
  return {
    customers: each(customers, (n) => ({
      code: `C${n}`,
      name: `Customer ${n}`,
      email: `c${n}@customer.example`,
      city: cities[n % 5] as string,
      country: countries[n % 5] as string,
    })),
    products: each(products, (n) => ({ code: `P${n}`, name: `Product ${n}`, price: 100 + ((n * 37) % 9900) })),
    invoices: each(invoices, (n) => ({
      reference: `R${n}`,
      customer: `C${(n * 7) % customers}`,
      date: `2025-${twoDigits(1 + (n % 12))}-${twoDigits(1 + (n % 28))}`,
      lines: each(linesEach, (m) => ({
        product: `P${(n * 13 + m * 5) % products}`,
        quantity: 1 + ((n + m) % 9),
        price: 100 + ((n * 31 + m * 7) % 49_900),
      })),
    })),
  };
}

/** Rows of data in the files of a sample, their headers left out. */
export const rowsIn = ({ customers, products, invoices }: Sample): number =>
  customers.length + products.length + invoices.length * (1 + linesEach);

const csv = (header: string, rows: readonly (readonly (string | number)[])[]): Uint8Array =>
  new TextEncoder().encode([header, ...rows.map((row) => row.join(','))].join('\n'));

/** The sample as files that Atlas recognises by their headings. */
export function filesOf({ customers, products, invoices }: Sample): Readonly<Record<string, Uint8Array>> {
  const lines = invoices.flatMap(({ reference, lines }) =>
    lines.map((line) => [reference, line.product, line.quantity, amount(line.price)]),
  );
  return {
    'customers.csv': csv(
      'CustomerID,CompanyName,Email,City,Country',
      customers.map(({ code, name, email, city, country }) => [code, name, email, city, country]),
    ),
    'products.csv': csv(
      'SKU,ProductName,Price',
      products.map(({ code, name, price }) => [code, name, amount(price)]),
    ),
    'invoices.csv': csv(
      'InvoiceNo,CustomerID,InvoiceDate',
      invoices.map(({ reference, customer, date }) => [reference, customer, date]),
    ),
    'lines.csv': csv('InvoiceNo,SKU,Quantity,UnitPrice', lines),
  };
}
