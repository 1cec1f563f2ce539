import type { ImportKind } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import { type Importable, type ImportOutcome, type ImportRecord, refusedBy, type TenantTx, textOrNull } from '@atlas/platform';
import { partyCreated } from '../contract/events.ts';
import { customersKind, suppliersKind } from '../contract/imports.ts';
import { createParty as route } from '../contract/parties.ts';
import { addPartyRole, type ImportedParty, insertParties, partiesByCode } from './import-parties.repository.ts';
import { offeredTermsByCode } from './payment-terms.repository.ts';

type Role = 'customer' | 'supplier';

const shape = route.input.pick({ code: true, name: true, email: true, phone: true, taxNumber: true });

type Judged = { readonly record: ImportRecord; readonly party?: ImportedParty; readonly refusal?: ImportOutcome };

/** The rules of `parties.party.create`, applied to what a file says. */
function judge(record: ImportRecord, terms: ReadonlyMap<string, string>): Judged {
  const { values, sequence } = record;
  const parsed = shape.safeParse({
    ...values,
    email: textOrNull(values.email),
    phone: textOrNull(values.phone),
    taxNumber: textOrNull(values.taxNumber),
  });
  if (!parsed.success) return { record, refusal: refusedBy(parsed.error, record.sequence) };
  const code = textOrNull(values.paymentTerms);
  const paymentTermsId = code === null ? null : (terms.get(code) ?? null);
  if (code !== null && paymentTermsId === null) {
    const message = `There are no payment terms with the code "${code}", or they are archived.`;
    return { record, refusal: { sequence, status: 'refused', code: 'parties.unknown_payment_terms', message } };
  }
  const parts = ['contactName', 'contactTitle', 'street', 'city', 'region', 'postalCode', 'country'] as const;
  const given = Object.fromEntries(parts.map((part) => [part, textOrNull(values[part])])) as Record<
    (typeof parts)[number],
    string | null
  >;
  return { record, party: { ...parsed.data, ...given, paymentTermsId, id: uuidv7() } };
}

/** All of a batch, with the terms of payment that it names read at once. */
async function judgeAll(tx: TenantTx, records: readonly ImportRecord[]): Promise<Judged[]> {
  const codes = new Set(records.flatMap(({ values }) => textOrNull(values.paymentTerms) ?? []));
  const terms = codes.size > 0 ? await offeredTermsByCode(tx, [...codes]) : new Map<string, string>();
  return records.map((record) => judge(record, terms));
}

async function apply(tx: TenantTx, role: Role, records: readonly ImportRecord[]): Promise<ImportOutcome[]> {
  const judged = await judgeAll(tx, records);
  const known = await partiesByCode(
    tx,
    judged.flatMap(({ party }) => (party ? [party.code] : [])),
  );
  const fresh = judged.flatMap(({ party }) =>
    party && !known.has(party.code) ? [{ ...party, addressId: uuidv7(), contactId: uuidv7() }] : [],
  );
  await insertParties(tx, role, fresh);
  for (const party of fresh) {
    tx.record({ subjectId: party.id, after: party });
    tx.emit(partyCreated, { partyId: party.id, code: party.code });
  }
  const extended = new Set(known.size > 0 ? await addPartyRole(tx, role, [...known.values()]) : []);
  return judged.map(({ record, party, refusal }): ImportOutcome => {
    if (!party) return refusal as ImportOutcome;
    const existing = known.get(party.code);
    const status = existing === undefined || extended.has(existing) ? 'created' : 'unchanged';
    return { sequence: record.sequence, status, targetId: existing ?? party.id };
  });
}

const check = async (tx: TenantTx, records: readonly ImportRecord[]): Promise<ImportOutcome[]> =>
  (await judgeAll(tx, records)).map(({ record, refusal }) => refusal ?? { sequence: record.sequence, status: 'ready' });

const importableOf = (kind: ImportKind, role: Role): Importable => ({
  kind,
  // Whoever exists already gets the other role, too.
  does: ['parties.party.create', 'parties.party.update'],
  after: [],
  check,
  apply: (tx, records) => apply(tx, role, records),
});

export const importCustomers = importableOf(customersKind, 'customer');
export const importSuppliers = importableOf(suppliersKind, 'supplier');
