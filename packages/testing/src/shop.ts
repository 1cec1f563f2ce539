import { type Books, newBooks } from './books.ts';
import { createParty, createProduct, createTaxCode } from './operations.ts';

export type Shop = Books & { readonly customerId: string; readonly productId: string; readonly taxCodeId: string };

/** Open books with one customer and one product at 100.00 with 19 % tax. */
export async function newShop(): Promise<Shop> {
  const books = await newBooks();
  const [customer, tax] = [
    await books.run(createParty, { code: 'C1', name: 'Customer One' }),
    await books.run(createTaxCode, { code: 'S19', name: 'Standard 19 %', rate: '0.19' }),
  ];
  const product = await books.run(createProduct, { code: 'P1', name: 'Product One', salesPrice: '100', taxCodeId: tax.id });
  return { ...books, customerId: customer.id, productId: product.id, taxCodeId: tax.id };
}

/** An invoice over some quantity of the shop's product. */
export const invoiceOf = (shop: Shop, quantity: string, date = '2026-03-10') => ({
  customerId: shop.customerId,
  date,
  lines: [{ productId: shop.productId, quantity, unitPrice: '100' }],
});
