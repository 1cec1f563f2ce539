import type { OwnedTable } from '@atlas/contract';
import { AtlasError, type Scope, scopes } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import type { Callable } from '@atlas/platform';
import type * as purchasing from '@atlas/purchasing/contract';
import type * as sales from '@atlas/sales/contract';
import { describe, expect, it } from 'vitest';
import { someoneWith } from '../actors.ts';
import { type Colleagues, giveTo, newColleagues } from '../colleagues.ts';
import { asAdministrator } from '../database.ts';
import { doBackgroundWork } from '../deliver.ts';
import type { Input } from '../laws/scenario.ts';
import { scenarios } from '../laws/scenarios/index.ts';
import { createParty, issueInvoice, operationNamed } from '../operations.ts';
import { billOf, newSupplier } from '../purchases.ts';
import { invoiceOf, newShop, type Shop } from '../shop.ts';
import { type Owner, owners, reachedBy } from './expected-reach.ts';

const createBill = operationNamed<typeof purchasing.createBill>('purchasing.bill.create');
const issueBill = operationNamed<typeof purchasing.issueBill>('purchasing.bill.issue');
const createInvoice = operationNamed<typeof sales.createInvoice>('sales.invoice.create');

type Made = { readonly id: string; readonly input: Input };
type Subject = { readonly table: OwnedTable; make(shop: Shop, nth: number): Promise<Made> };

const party = (more: Input = {}): Subject => ({
  table: 'parties',
  make: async (shop, nth) => {
    const { id } = await shop.run(createParty, { code: `R${nth}`, name: 'Record' });
    return { id, input: { id, ...more } };
  },
});
const invoice = (create: typeof createInvoice | typeof issueInvoice, more: (shop: Shop) => Input = () => ({})): Subject => ({
  table: 'invoices',
  make: async (shop) => {
    const { id } = (await shop.run(create as typeof createInvoice, invoiceOf(shop, '2'))) as { id: string };
    return { id, input: { id, ...more(shop) } };
  },
});
/** A credit note over the record: what it takes back is changed by it. */
const creditOf = (wrap: (note: Input) => Input = (note) => note): Subject => ({
  table: 'invoices',
  make: async (shop) => {
    const { id } = await shop.run(issueInvoice, invoiceOf(shop, '2'));
    return { id, input: wrap({ ...invoiceOf(shop, '1'), kind: 'credit_note', creditedInvoiceId: id }) };
  },
});

const bill = (
  create: typeof createBill | typeof issueBill,
  more: (shop: Shop, supplierId: string) => Input = () => ({}),
): Subject => ({
  table: 'bills',
  make: async (shop) => {
    const supplierId = await newSupplier(shop);
    const { id } = (await shop.run(create as typeof createBill, billOf({ ...shop, supplierId }, '2'))) as { id: string };
    return { id, input: { id, ...more(shop, supplierId) } };
  },
});
const creditOfBill: Subject = {
  table: 'bills',
  make: async (shop) => {
    const supplierId = await newSupplier(shop);
    const { id } = await shop.run(issueBill, billOf({ ...shop, supplierId }, '2'));
    return { id, input: { ...billOf({ ...shop, supplierId }, '1'), kind: 'credit_note', creditedBillId: id } };
  },
};

/** An invoice as the laws have an operation of electronic ones succeed with it. */
const electronic = (operation: string): Subject => ({
  table: 'invoices',
  make: async (shop) => {
    const input = await scenarios[operation]?.input(shop);
    return { id: String(input?.id), input: input ?? {} };
  },
});

/** An invoice with its paper. One is written; the others are as if they had been, which is a hundred times as fast. */
const printed: Subject = {
  table: 'invoices',
  make: async (shop) => {
    const input = await scenarios['einvoicing.invoice.print']?.input(shop);
    await shop.run(operationNamed('einvoicing.invoice.print'), input);
    await asAdministrator(
      `update invoice_papers as p set status = 'completed', storage_key = w.storage_key, byte_count = w.byte_count, sha256 = w.sha256
       from invoice_papers as w where p.tenant_id = $1 and w.tenant_id = $1 and p.status = 'queued' and w.status = 'completed'
         and w.id = (select min(id::text)::uuid from invoice_papers where tenant_id = $1 and status = 'completed')`,
      [shop.tenantId],
    );
    await doBackgroundWork(shop);
    return { id: String(input?.id), input: { id: input?.id } };
  },
};

/** How each operation that reaches a record is pointed at it. */
const subjects: Readonly<Record<string, Subject>> = {
  'einvoicing.invoice.export': electronic('einvoicing.invoice.export'),
  'einvoicing.invoice.print': electronic('einvoicing.invoice.print'),
  'einvoicing.invoice.mail': electronic('einvoicing.invoice.mail'),
  'einvoicing.invoice_mail.list': electronic('einvoicing.invoice_mail.list'),
  'einvoicing.invoice_paper.get': printed,
  'einvoicing.invoice_paper.read': printed,
  'parties.party.get': party(),
  'parties.party.update': party({ version: 1, name: 'Renamed' }),
  'sales.invoice.get': invoice(issueInvoice),
  'sales.invoice.update': invoice(createInvoice, (shop) => ({ ...invoiceOf(shop, '5'), version: 1 })),
  'sales.invoice.delete': invoice(createInvoice),
  'sales.invoice.post': invoice(createInvoice),
  'sales.invoice.void': invoice(issueInvoice),
  'sales.invoice.create': creditOf(),
  'sales.invoice.issue': creditOf(),
  'sales.invoice.issue_batch': creditOf((note) => ({ invoices: [note] })),
  'purchasing.bill.get': bill(issueBill),
  'purchasing.bill.update': bill(createBill, (shop, supplierId) => ({ ...billOf({ ...shop, supplierId }, '5'), version: 1 })),
  'purchasing.bill.delete': bill(createBill),
  'purchasing.bill.post': bill(createBill),
  'purchasing.bill.void': bill(issueBill),
  'purchasing.bill.create': creditOfBill,
  'purchasing.bill.issue': creditOfBill,
};
/** Those that reach records without being pointed at one. */
const unpointed = new Set([
  'parties.party.create',
  'parties.party.list',
  'sales.invoice.list',
  'purchasing.bill.list',
  'purchasing.bill.receive',
]);

const operations = modules.flatMap((module) => module.operations as readonly Callable[]);
const scoped = operations.filter(({ route }) => (route.scoped ?? []).length > 0);

async function isReached(operation: Callable, shop: Shop, me: string, scope: Scope, input: Input): Promise<boolean> {
  const actor = someoneWith(me, { permission: operation.route.name, scope });
  try {
    await shop.run(operation, input, { actor });
    return true;
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    expect(
      ['not_found', 'sales.invalid_credit', 'purchasing.invalid_credit'],
      `${operation.route.name}: ${error.message}`,
    ).toContain(error.code);
    if (error.code === 'not_found') expect(error.details, 'says how far the search went').toMatchObject({ scope });
    return false;
  }
}

/** A record with its lines, and how many there are besides: equal states mean that nothing changed. */
const stateOf = async (table: string, id: string, tenantId: string): Promise<unknown> =>
  asAdministrator(
    `select (select row_to_json(t) from ${table} as t where tenant_id = $2 and t.id = $1), (select count(*) from ${table} where tenant_id = $2),
       (select json_agg(l) from invoice_lines as l where tenant_id = $2 and l.invoice_id = $1), (select json_agg(l) from bill_lines as l where tenant_id = $2 and l.bill_id = $1), (select count(*) from journal_entries where tenant_id = $2)`,
    [id, tenantId],
  );

/** Plays one operation against one record for each owner and scope; what is not reached changes nothing. */
async function reachOf(
  operation: Callable,
  { table, make }: Subject,
  shop: Shop,
  people: Colleagues,
): Promise<Record<string, Owner[]>> {
  const reached: Record<string, Owner[]> = {};
  let nth = 0;
  for (const scope of scopes) {
    reached[scope] = [];
    for (const owner of owners) {
      const { id, input } = await make(shop, ++nth);
      await giveTo(table, id, owner === 'nobody' ? null : people[owner]);
      const before = await stateOf(table, id, shop.tenantId);
      if (await isReached(operation, shop, people.me, scope, input)) reached[scope].push(owner);
      else expect(await stateOf(table, id, shop.tenantId), `${scope} changes what is ${owner}'s`).toEqual(before);
    }
  }
  return reached;
}

const expectedReach = Object.fromEntries([...reachedBy].map(([scope, reached]) => [scope, [...reached]]));

describe('a scope', () => {
  it('is played for every operation that has one', () => {
    const played = [
      ...Object.keys(subjects),
      ...unpointed,
      ...scoped.map(({ route }) => route.name).filter((name) => name.includes('.report.')),
    ];
    expect(scoped.map(({ route }) => route.name).sort()).toEqual([...played].sort());
    expect([...reachedBy.keys()]).toEqual([...scopes]);
  });

  for (const operation of scoped) {
    const subject = subjects[operation.route.name];
    if (!subject) continue;
    it(`of ${operation.route.name} reaches whose records the table says, and no others`, async () => {
      const shop = await newShop();
      const people = await newColleagues(shop);
      expect(await reachOf(operation, subject, shop, people)).toEqual(expectedReach);
    });
  }
});
