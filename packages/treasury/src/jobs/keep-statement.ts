import { createHash } from 'node:crypto';
import { amountText, uuidv7 } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import type { Accepted, AcceptedLine, Warning } from '../domain/accept-statement.ts';
import { statementsApart } from '../domain/chained-statements.ts';
import type { Format } from '../domain/format.ts';
import { lineIdentity, statementIdentity } from '../domain/line-identity.ts';
import { insertLines, knownLines, type NewLine } from '../statements/lines.repository.ts';
import { closingUntil, insertStatement, isKnownStatement, neighbours } from '../statements/statements.repository.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A statement of a file, with the place that each of its lines has among its equals in the file. */
export type Candidate = { readonly accepted: Accepted; readonly occurrences: readonly number[] };

export type Keeping = {
  readonly importId: string;
  readonly bankAccountId: string;
  readonly currency: string;
  readonly format: Format;
};

const keyed = (lines: readonly AcceptedLine[], occurrences: readonly number[]): NewLine[] =>
  lines.map((line, index) => ({ id: uuidv7(), line, identity: hashOf(lineIdentity(line)), occurrence: occurrences[index] ?? 1 }));

/**
 * The lines that no file brought before. A line is kept already where its place among equals in its file is taken, unless all
 * that is kept of its equals came with statements that share no line with this one.
 */
async function newLines(tx: TenantTx, { bankAccountId }: Keeping, { accepted, occurrences }: Candidate): Promise<NewLine[]> {
  const lines = keyed(accepted.lines, occurrences);
  const known = await knownLines(
    tx,
    bankAccountId,
    lines.map(({ identity }) => identity),
  );
  if (known.size === 0) return lines;
  const same = lines.flatMap(({ identity, line }) => (known.has(identity) ? [line] : []));
  const apart = statementsApart(accepted, await neighbours(tx, bankAccountId, accepted.statement), same);
  const equals = new Map(
    [...known].map(([identity, kept]) => [
      identity,
      {
        taken: new Set(kept.map(({ occurrence }) => occurrence)),
        beside: kept.filter(({ statementId }) => !apart.has(statementId)).length,
      },
    ]),
  );
  return lines.flatMap((line) => {
    const kept = equals.get(line.identity);
    if (!kept?.taken.has(line.occurrence)) return [line];
    if (kept.beside > 0) {
      kept.beside -= 1;
      return [];
    }
    const occurrence = Math.max(...kept.taken) + 1;
    kept.taken.add(occurrence);
    return [{ ...line, occurrence }];
  });
}

/** A statement should open with what the one before it closed with. One that overlaps with it says nothing about that. */
async function gapBefore(
  tx: TenantTx,
  { bankAccountId, currency }: Keeping,
  { statement, opening }: Accepted,
): Promise<Warning[]> {
  if (!opening || statement.startsOn === null) return [];
  const previous = await closingUntil(tx, bankAccountId, statement.startsOn);
  if (!previous || previous.closingMinor === opening.minor) return [];
  const text = (minor: bigint) => amountText({ minor, currency });
  const values = { closing: text(previous.closingMinor), on: previous.endsOn, opening: text(opening.minor), currency };
  return [{ code: 'gap_to_previous', values }];
}

/**
 * Keeps one statement with its new lines, in one transaction that holds its account: a statement is there with all of its
 * lines or not at all, and two files that say the same cannot both add it.
 */
export async function keepStatement(tx: TenantTx, keeping: Keeping, candidate: Candidate): Promise<void> {
  const { accepted } = candidate;
  const identity = hashOf(statementIdentity(accepted));
  const isEmpty = accepted.lines.length === 0 && !accepted.opening && !accepted.closing && accepted.warnings.length === 0;
  if (isEmpty || (await isKnownStatement(tx, keeping.bankAccountId, identity))) return;
  const lines = await newLines(tx, keeping, candidate);
  const warnings = [...(await gapBefore(tx, keeping, accepted)), ...accepted.warnings];
  const id = uuidv7();
  await insertStatement(tx, { ...keeping, id, identity, newLineCount: lines.length, warnings, accepted });
  if (lines.length > 0) await insertLines(tx, { ...keeping, statementId: id }, lines);
}
