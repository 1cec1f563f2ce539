import { uuidv7 } from '@atlas/kernel';
import type { Visitor } from '../api/visitor.ts';
import type { Chance } from './chance.ts';
import { insist, keyed } from './insist.ts';
import { firstYear, type Tenant } from './tenants.ts';
import type { Posted, Work } from './work.ts';

type Document = { readonly kind: string; readonly date: string; readonly lines: readonly { readonly quantity: string }[] };

/** A document at 119.00 a piece, mostly invoices, in one of two years. */
function newDocument({ customerId, productId }: Tenant, chance: Chance) {
  const month = String(chance.between(1, 12)).padStart(2, '0');
  return {
    kind: chance.between(1, 8) === 1 ? 'credit_note' : 'invoice',
    customerId,
    date: `${firstYear + chance.between(0, 1)}-${month}-15`,
    lines: [{ productId, quantity: String(chance.between(1, 40)), unitPrice: '100' }],
  };
}

/** What was asked for, and what was answered, as a text to compare. */
const asked = ({ kind, date, lines }: Document) => `${kind} ${date} ${119 * Number(lines[0]?.quantity)}.00`;
const answered = ({ kind, date, gross }: Posted) => `${kind} ${date} ${gross.amount}`;

/** Remembers an answer; one to another question is wrong. */
function acknowledge(work: Work, tenantId: string, key: string, documents: readonly Document[], posted: readonly Posted[]): void {
  const [question, answer] = [documents.map(asked).join(), posted.map(answered).join()];
  if (question !== answer) work.notes.wrong.push(`${question} was answered with ${answer}`);
  work.acknowledged.push({ tenantId, key, posted });
}

/** Posts one document after the other until it is told to stop, and looks at the list between them. */
export async function postOneByOne(tenant: Tenant, visitor: Visitor, work: Work): Promise<void> {
  while (work.state === 'going on') {
    const key = uuidv7();
    const document = newDocument(tenant, work.chance);
    const posted: Posted = await insist(visitor, keyed(key, 'POST', '/v1/issued-invoices', document), work);
    acknowledge(work, tenant.id, key, [document], [posted]);
    if (work.chance.between(1, 10) === 1) await insist(visitor, { method: 'GET', path: '/v1/invoices?limit=5' }, work);
  }
}

/** Posts documents by the dozen. */
export async function postInBulk(tenant: Tenant, visitor: Visitor, work: Work): Promise<void> {
  while (work.state === 'going on') {
    const key = uuidv7();
    const invoices = Array.from({ length: 12 }, () => newDocument(tenant, work.chance));
    const demand = keyed(key, 'POST', '/v1/issued-invoices/batch', { invoices });
    const { items }: { items: Posted[] } = await insist(visitor, demand, work);
    acknowledge(work, tenant.id, key, invoices, items);
  }
}
