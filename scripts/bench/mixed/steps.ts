import { randomUUID } from 'node:crypto';
import { between, pick, recent } from './chance.ts';
import type { Office } from './office.ts';
import type { Answer, Sent } from './user.ts';

/** Sends one request after some thinking; what comes back is measured. */
export type Ask = (method: string, path: string, sent?: Sent) => Promise<Answer>;

/** Something that people do in an ERP: one request, or one form that is opened, thought about and saved. */
export type Step = (office: Office, ask: Ask) => Promise<unknown>;

const read =
  (path: (office: Office) => string | undefined): Step =>
  async (office, ask) => {
    const wanted = path(office);
    if (wanted !== undefined) await ask('GET', wanted);
  };

const day = (): string => `2026-0${between(1, 6)}-${between(10, 28)}`;
const lines = (office: Office, count: number) =>
  Array.from({ length: count }, () => ({
    productId: pick(office.products),
    quantity: String(between(1, 9)),
    unitPrice: `${between(1, 400)}.${between(10, 99)}`,
  }));
const invoice = (office: Office) => ({ customerId: recent(office.customers), date: day(), lines: lines(office, between(1, 8)) });

/** Opens a record, thinks, and saves it by the version that was read: a colleague may have been quicker. */
const edit =
  (path: string, ids: (office: Office) => readonly string[], change: (office: Office) => object, method = 'PATCH'): Step =>
  async (office, ask) => {
    const id = recent(ids(office));
    if (id === undefined) return;
    const { status, body } = await ask('GET', `${path}/${id}`);
    if (status === 200) await ask(method, `${path}/${id}`, { body: change(office), version: body.version });
  };

const draft: Step = async (office, ask) => {
  const { status, body } = await ask('POST', '/v1/invoices', { body: invoice(office) });
  if (status === 201) office.drafts.push(body.id);
};

const postDraft: Step = async (office, ask) => {
  const id = recent(office.drafts);
  if (id === undefined) return draft(office, ask);
  const { status } = await ask('POST', `/v1/invoices/${id}/posting`);
  if (status === 200) office.invoices.push(id);
};

/** Every tenth invoice is sent twice with one key, as by an impatient finger: it is posted once. */
const issue: Step = async (office, ask) => {
  const sent = { body: invoice(office), key: randomUUID() };
  const twice = between(1, 10) === 1;
  const answers = await Promise.all(Array.from({ length: twice ? 2 : 1 }, () => ask('POST', '/v1/issued-invoices', sent)));
  const numbers = new Set(answers.map(({ body }) => body.number));
  if (numbers.size !== 1) throw new Error(`one invoice was posted as ${[...numbers].join(' and ')}`);
  if (answers[0]?.status === 201) office.invoices.push(answers[0].body.id);
};

const credit: Step = async (office, ask) => {
  const id = recent(office.invoices);
  if (id === undefined) return;
  if (between(1, 2) === 1) return ask('POST', `/v1/invoices/${id}/void`, { body: {} });
  const { body: credited } = await ask('GET', `/v1/invoices/${id}`);
  const { productId } = credited.lines[0];
  const note = { kind: 'credit_note', creditedInvoiceId: id, customerId: credited.customerId, date: credited.date };
  await ask('POST', '/v1/issued-invoices', { body: { ...note, lines: [{ productId, quantity: '1', unitPrice: '1' }] } });
};

const journal: Step = async (office, ask) => {
  const known = recent(office.journals);
  if (known !== undefined && between(1, 3) === 1)
    return ask('POST', `/v1/journals/${known}/reversal`, { body: { date: '2026-06-30' } });
  const amount = `${between(1, 5000)}.00`;
  const [from, to] = [pick(office.accounts), pick(office.accounts)];
  const body = {
    date: day(),
    description: 'Reclassified',
    lines: [
      { accountId: from, debit: amount },
      { accountId: to, credit: amount },
    ],
  };
  const answer = await ask('POST', '/v1/journals', { body });
  if (answer.status === 201) office.journals.push(answer.body.id);
};

/** What people do, and how often: four requests of five only read. */
export const steps: readonly (readonly [weight: number, step: Step])[] = [
  [12, read(() => '/v1/invoices')],
  [5, read(() => `/v1/invoices?q=INV-00${between(0, 99)}`)],
  [5, read(({ customers }) => `/v1/invoices?open=true&customerId=${recent(customers)}`)],
  [9, read(({ invoices }) => (invoices.length > 0 ? `/v1/invoices/${recent(invoices)}` : undefined))],
  [6, read(() => '/v1/parties')],
  [5, read(() => `/v1/parties?q=customer ${between(0, 29)}`.replace(' ', '%20'))],
  [4, read(() => '/v1/products?q=product')],
  [6, read(() => '/v1/reports/trial-balance?asOf=2026-06-30')],
  [5, read(() => `/v1/reports/revenue-breakdown?by=${pick(['month', 'customer', 'product'])}`)],
  [5, read(() => '/v1/reports/receivables-ageing?asOf=2026-06-30')],
  [4, read(() => '/v1/reports/profit-and-loss?from=2026-01-01&to=2026-06-30')],
  [4, read(() => '/v1/journals')],
  [3, read(({ accounts }) => `/v1/accounts/${pick(accounts)}/ledger`)],
  [2, read(() => '/v1/audit-events')],
  [3, draft],
  [2, postDraft],
  [5, issue],
  [2, edit('/v1/invoices', ({ drafts }) => drafts, invoice, 'PUT')],
  [
    3,
    edit(
      '/v1/parties',
      ({ customers }) => customers,
      () => ({ name: `Customer ${randomUUID()}` }),
    ),
  ],
  [
    2,
    edit(
      '/v1/products',
      ({ products }) => products,
      () => ({ salesPrice: String(between(1, 99)) }),
    ),
  ],
  [2, credit],
  [2, journal],
];
