import { newVisitor, password, signUp, type Visitor } from '../api/visitor.ts';

/** A workspace with open books, a customer and a product at 100.00 with 19 % tax. */
export type Tenant = {
  readonly id: string;
  readonly owner: Visitor;
  readonly customerId: string;
  readonly productId: string;
  /** The same person on another device. */
  signIn(): Promise<Visitor>;
};

/** The first year of the books; the second is the next. */
export const firstYear = 2025;

async function created(owner: Visitor, path: string, body: unknown): Promise<{ id: string }> {
  const answer = await owner.send('POST', path, { body });
  if (answer.status !== 201) throw new Error(`${path} was answered with ${answer.status}: ${answer.text}`);
  return answer.body;
}

export async function openTenant(url: string, name: string): Promise<Tenant> {
  const owner = await signUp(url, name);
  await created(owner, '/v1/company', { name, baseCurrency: 'EUR', booksStartOn: `${firstYear}-01-01` });
  const tax = await created(owner, '/v1/tax-codes', { code: 'S19', name: 'Standard 19 %', rate: '0.19' });
  const [customer, product] = await Promise.all([
    created(owner, '/v1/parties', { code: 'C1', name: 'Customer One' }),
    created(owner, '/v1/products', { code: 'P1', name: 'Product One', salesPrice: '100', taxCodeId: tax.id }),
  ]);
  const { tenantId } = (await owner.send('GET', '/v1/me')).body;
  const signIn = async (): Promise<Visitor> => {
    const visitor = newVisitor(url);
    const { status, text } = await visitor.send('POST', '/api/auth/sign-in/email', { body: { email: owner.email, password } });
    if (status !== 200) throw new Error(`signing in was answered with ${status}: ${text}`);
    return visitor;
  };
  return { id: tenantId, owner, customerId: customer.id, productId: product.id, signIn };
}
