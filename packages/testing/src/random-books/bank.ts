import type * as treasury from '@atlas/treasury/contract';
import { doBackgroundWork } from '../deliver.ts';
import { bytesOf, sendBytes } from '../importing.ts';
import { operationNamed } from '../operations.ts';
import { amountOf, type Chance, minorOf } from './chance.ts';
import { bankNumber, type Company } from './company.ts';

const beginStatementUpload = operationNamed<typeof treasury.beginStatementUpload>('treasury.statement_upload.begin');
const importStatements = operationNamed<typeof treasury.importStatements>('treasury.statement.import');
const listStatementLines = operationNamed<typeof treasury.listStatementLines>('treasury.statement_line.list');
const listOpenItemsToMatch = operationNamed<typeof treasury.listOpenItemsToMatch>('treasury.open_item.list');
const listLedgerLinesToMatch = operationNamed<typeof treasury.listLedgerLinesToMatch>('treasury.ledger_line.list');
const applyMatch = operationNamed<typeof treasury.applyMatch>('treasury.match.apply');
const undoMatch = operationNamed<typeof treasury.undoMatch>('treasury.match.undo');

type Moved = { readonly day: string; readonly minor: number };

const comma = (minor: number): string => amountOf(Math.abs(minor)).replace('.', ',');

/** A statement as a bank writes it: movements since the books began. What the ledger has before, the bank opens with. */
function mt940(lines: readonly Moved[], number: number): string {
  const short = (day: string): string => day.replaceAll('-', '').slice(2);
  const sorted = lines.toSorted((one, other) => one.day.localeCompare(other.day));
  const entries = sorted.map(
    ({ day, minor }, index) =>
      `:61:${short(day)}${short(day).slice(2)}${minor < 0 ? 'D' : 'C'}${comma(minor)}NTRFREF${number}/${index}\n:86:Paid\n`,
  );
  const closing = sorted.reduce((sum, { minor }) => sum + minor, 0);
  const balance = (minor: number, day = '2025-01-01'): string => `${minor < 0 ? 'D' : 'C'}${short(day)}EUR${comma(minor)}`;
  return `:20:X\n:25:${bankNumber}\n:28C:${number}/1\n:60F:${balance(0)}\n${entries.join('')}:62F:${balance(closing, sorted.at(-1)?.day)}\n-\n`;
}

/** Movements of any size, and such as settle what is open or are in the ledger already. */
async function statement(company: Company, chance: Chance): Promise<void> {
  const id = company.bankAccountId;
  const open = (await company.run(listOpenItemsToMatch, { id, limit: 100 })).items.map(({ open: { amount } }) => amount);
  const posted = (await company.run(listLedgerLinesToMatch, { id, limit: 100 })).items.map(({ amount: { amount } }) => amount);
  const lines = Array.from({ length: chance.int(1, 6) }, (): Moved => {
    const known = chance.percent(70) ? chance.pick(chance.percent(50) ? open : posted) : undefined;
    return { day: chance.day(), minor: known ? minorOf(known) : chance.int(1, 90_000) - 45_000 };
  });
  const file = mt940(
    lines.filter(({ minor }) => minor !== 0),
    chance.int(1, 9999),
  );
  const at = new Date().toISOString();
  const begun = await company.run(beginStatementUpload, { id, name: 'bank.sta', byteCount: file.length }, { at });
  await sendBytes(begun, bytesOf(file));
  await company.run(importStatements, { id, uploadId: begun.id });
  await doBackgroundWork(company);
}

/** What the sides of a match lack, on an account or as an advance of a party. */
function splitsOf(company: Company, chance: Chance, minor: number) {
  if (minor === 0) return [];
  const advance = { accountId: company.account('1100'), partyId: chance.pick(company.customers) };
  const of = chance.percent(40) ? advance : { accountId: company.account(chance.pick(['6100', '4800', '1400']) ?? '6100') };
  return [{ ...of, amount: amountOf(minor) }];
}

/** One or two movements, against items, lines of the ledger, accounts, or some of each. */
async function match(company: Company, chance: Chance): Promise<void> {
  const id = company.bankAccountId;
  const { items: free } = await company.run(listStatementLines, { id, state: 'unmatched', limit: 100 });
  const first = chance.pick(free);
  if (!first) return;
  const second = chance.percent(20) ? chance.pick(free) : undefined;
  const lines = second && second.id !== first.id ? [first, second] : [first];
  const { items: open } = await company.run(listOpenItemsToMatch, { id, limit: 100 });
  const { items: posted } = await company.run(listLedgerLinesToMatch, { id, limit: 100 });
  const settled = chance.percent(60)
    ? (open.find((item) => item.open.amount === first.amount.amount) ?? chance.pick(open))
    : undefined;
  const held = chance.percent(40)
    ? (posted.find((line) => line.amount.amount === first.amount.amount) ?? chance.pick(posted))
    : undefined;
  const whole = settled ? minorOf(settled.open.amount) : 0;
  const part = chance.percent(25) && whole !== 0 ? Math.sign(whole) * chance.int(1, Math.abs(whole)) : whole;
  const moved = lines.reduce((sum, { amount }) => sum + minorOf(amount.amount), 0);
  const rest = moved - part - (held ? minorOf(held.amount.amount) : 0);
  const key = ({ entryId, position }: { entryId: string; position: number }) => ({ entryId, position });
  const { id: matchId, date } = await company.run(applyMatch, {
    id,
    lineIds: lines.map((line) => line.id),
    items: settled ? [{ ...key(settled), amount: amountOf(part) }] : [],
    ledgerLines: held ? [key(held)] : [],
    splits: splitsOf(company, chance, rest),
  });
  company.matches.push({ id: matchId, date });
}

async function matchUndone(company: Company, chance: Chance): Promise<void> {
  const of = chance.pick(company.matches);
  if (of) await company.run(undoMatch, { id: of.id, ...(chance.percent(60) ? { date: chance.dayFrom(of.date) } : {}) });
}

/** What a bank says, and what is made of it, with how often of a hundred. */
export const bank = [
  { name: 'statement', weight: 2, run: statement },
  { name: 'match', weight: 9, run: match },
  { name: 'match undone', weight: 3, run: matchUndone },
];
