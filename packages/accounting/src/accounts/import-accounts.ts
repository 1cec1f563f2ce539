import { uuidv7 } from '@atlas/kernel';
import {
  type Importable,
  type ImportOutcome,
  type ImportRecord,
  refusedBy,
  type StagedKeys,
  type TenantTx,
  textOrNull,
} from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { type AccountRole, createAccount, roleTypes } from '../contract/accounts.ts';
import { accountsKind } from '../contract/imports.ts';
import { fitsCashFlow } from '../domain/cash-flow.ts';
import { importedCashFlow, importedRole, importedType } from '../domain/imported-account.ts';
import type { AccountRow } from './accounts.repository.ts';
import { accountsByCode, insertAccounts, type KnownAccount, takenRoles } from './import-accounts.repository.ts';

const shape = createAccount.input.pick({ code: true, name: true, type: true });
const knownRoles: ReadonlySet<string> = new Set(Object.keys(roleTypes));

/** What a row says, before the heading that it names is looked up. */
type Said = { readonly sequence: number; readonly account: Omit<AccountRow, 'parentId'>; readonly heading: string | null };

function readRow({ sequence, values }: ImportRecord): Said | ImportOutcome {
  const isGroup = values.heading === 'true';
  const parsed = shape.safeParse({ ...values, type: importedType(values.type ?? '') ?? values.type });
  if (!parsed.success) return refusedBy(parsed.error, sequence);
  const wanted = importedRole(values.role ?? '', knownRoles) as AccountRole | null;
  const role = wanted && !isGroup && roleTypes[wanted] === parsed.data.type ? wanted : null;
  const meant = importedCashFlow(values.role ?? '');
  const cashFlow = meant !== null && fitsCashFlow(parsed.data.type, meant) ? meant : null;
  const account = { ...parsed.data, id: uuidv7(), isGroup, role, cashFlow, archivedAt: null, version: 1 };
  return { sequence, account, heading: textOrNull(values.parent) };
}

const refused = (sequence: number, message: string): ImportOutcome => ({
  sequence,
  status: 'refused',
  code: 'accounting.not_a_group',
  message,
});

/** Why a heading cannot hold an account; null when it can. */
function whyNot(heading: Pick<KnownAccount, 'isGroup' | 'type'> | undefined, { account, heading: code }: Said): string | null {
  if (!heading) return `There is no heading "${code}", and the files bring none.`;
  if (!heading.isGroup) return `"${code}" is not a heading.`;
  return heading.type === account.type ? null : `"${code}" is a heading of ${heading.type} accounts.`;
}

async function known(tx: TenantTx, said: readonly Said[]): Promise<Map<string, KnownAccount>> {
  const codes = said.flatMap(({ account, heading }) => (heading === null ? [account.code] : [account.code, heading]));
  return accountsByCode(tx, codes);
}

const isOutcome = (row: Said | ImportOutcome): row is ImportOutcome => 'status' in row;

/** A heading as the same files bring it; an account that exists stays what it is. */
function comingHeading(code: string, staged: StagedKeys): Pick<KnownAccount, 'isGroup' | 'type'> | undefined {
  const values = staged.valuesOf(code);
  const row = values && readRow({ sequence: 0, values, lines: [] });
  return row && !isOutcome(row) ? row.account : undefined;
}

/** Charts of accounts. The first account of a file that stands for something gets the role, if none has it. */
export const importAccounts: Importable = {
  kind: accountsKind,
  does: ['accounting.account.create'],
  after: [],
  above: ({ parent }) => textOrNull(parent),
  check: async (tx, records, staged) => {
    await companyOf(tx);
    const rows = records.map(readRow);
    const accounts = await known(tx, rows.filter((row) => !isOutcome(row)) as Said[]);
    return rows.map((row): ImportOutcome => {
      if (isOutcome(row)) return row;
      const { sequence, heading } = row;
      const why = heading === null ? null : whyNot(accounts.get(heading) ?? comingHeading(heading, staged), row);
      return why === null ? { sequence, status: 'ready' } : refused(sequence, why);
    });
  },
  apply: async (tx, records) => {
    const rows = records.map(readRow);
    const said = rows.filter((row) => !isOutcome(row)) as Said[];
    const [accounts, taken] = await Promise.all([known(tx, said), takenRoles(tx)]);
    const fresh: AccountRow[] = [];
    const add = (row: Said): ImportOutcome | null => {
      const { sequence, account, heading } = row;
      const existing = accounts.get(account.code);
      if (existing) return { sequence, status: 'unchanged', targetId: existing.id };
      if (heading !== null && !accounts.has(heading)) return null;
      const why = heading === null ? null : whyNot(accounts.get(heading), row);
      if (why !== null) return refused(sequence, why);
      const role = account.role !== null && !taken.has(account.role) ? account.role : null;
      if (role !== null) taken.add(role);
      const added = { ...account, role, parentId: heading === null ? null : (accounts.get(heading)?.id ?? null) };
      fresh.push(added);
      accounts.set(account.code, added);
      return { sequence, status: 'created', targetId: account.id };
    };
    const outcomes = rows.flatMap((row) => (isOutcome(row) ? row : add(row)) ?? []);
    if (fresh.length > 0) await insertAccounts(tx, fresh);
    for (const account of fresh) tx.record({ subjectId: account.id, after: account });
    return outcomes;
  },
};
