import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { AtlasError, assert, present } from '@atlas/kernel';
import { isRefused, type JobRun, job, saveJobProgress, type TenantTx, Yielded } from '@atlas/platform';
import { type BankAccountRow, loadBankAccount } from '../accounts/accounts.repository.ts';
import { statementImportCompleted, statementImportRequested } from '../contract/events.ts';
import { acceptStatement, type Warning } from '../domain/accept-statement.ts';
import { isSameAccount } from '../domain/account-number.ts';
import { occurrences } from '../domain/line-identity.ts';
import type { Statement } from '../domain/statement.ts';
import { type HandedIn, loadHandedIn, loadStatementImport, saveStatementImport } from '../statements/imports.repository.ts';
import { readStatements } from '../statements/read-statements.ts';
import { startSuggestions } from '../suggestions/request-suggestions.ts';
import { type Candidate, type Keeping, keepStatement } from './keep-statement.ts';

/** Thrown when another run of the job has brought the import to its end. */
class Finished extends Error {
  override readonly name = 'Finished';
}

/** One step in a transaction of its own, which holds the import and then its account. */
function step(
  run: JobRun,
  importId: string,
  work: (tx: TenantTx, handedIn: HandedIn, account: BankAccountRow) => Promise<void>,
): Promise<void> {
  if (run.stopping()) throw new Yielded();
  return run.step(async (tx) => {
    const handedIn = present(await loadHandedIn(tx, importId, true), 'an import is never deleted');
    if (handedIn.status !== 'queued') throw new Finished();
    await work(tx, handedIn, present(await loadBankAccount(tx, handedIn.bankAccountId, true), 'a bank account is never deleted'));
  });
}

/** The bytes of a file, if they are those that were handed in. @throws AtlasError `treasury.unreadable_file` */
async function bytesOf(run: JobRun, { storageKey, sha256 }: HandedIn): Promise<Uint8Array> {
  const bytes = await buffer(run.ctx.storage.open(run.ctx.tenantId, storageKey));
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new AtlasError('treasury.unreadable_file', 'The file is not the one that was handed in any more. Send it again.');
}

/** The statements of this account, and a warning for each other account in the file. @throws AtlasError `treasury.other_account` */
function ownStatements(statements: readonly Statement[], account: BankAccountRow): { own: Statement[]; warnings: Warning[] } {
  const numbers = [account.number, ...account.otherNumbers];
  const own = statements.filter((statement) => isSameAccount(numbers, statement.account));
  const others = [...new Set(statements.filter((each) => !own.includes(each)).map((each) => each.account ?? ''))];
  if (own.length === 0)
    throw new AtlasError(
      'treasury.other_account',
      `The file is of the account ${others.join(', ').slice(0, 200)}, not of ${account.number}.`,
    );
  return { own, warnings: others.map((number) => ({ code: 'other_account', values: { account: number } })) };
}

/** Equal lines are counted through the whole file, so that each keeps its place when the file comes again. */
function candidatesOf(statements: readonly Statement[], account: BankAccountRow): Candidate[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const accepted = acceptStatement(statement, account.currency);
    return { accepted, occurrences: occurrences(accepted.lines, seen) };
  });
}

async function takeIn(run: JobRun, importId: string): Promise<void> {
  let candidates: Candidate[] = [];
  let keeping: Keeping | undefined;
  const bytes = await bytesOf(run, present(await run.read((tx) => loadHandedIn(tx, importId)), 'an import is never deleted'));
  await step(run, importId, async (tx, _handedIn, account) => {
    const { format, statements } = readStatements(bytes, account.csvMapping);
    const { own, warnings } = ownStatements(statements, account);
    candidates = candidatesOf(own, account);
    keeping = { importId, bankAccountId: account.id, currency: account.currency, format };
    const lineCount = candidates.reduce((sum, { accepted }) => sum + accepted.lines.length, 0);
    await saveStatementImport(tx, importId, { format, warnings, statementCount: own.length, lineCount, doneCount: 0 });
  });
  for (const [index, candidate] of candidates.entries()) {
    await step(run, importId, async (tx, { jobId }) => {
      assert(keeping, 'the file was read');
      await keepStatement(tx, keeping, candidate);
      await saveStatementImport(tx, importId, { doneCount: index + 1 });
      if (jobId) await saveJobProgress(tx, jobId, index + 1, candidates.length, null);
    });
  }
  await step(run, importId, async (tx, { bankAccountId }) => {
    await saveStatementImport(tx, importId, { status: 'completed', finishedAt: tx.ctx.now });
    const { newStatementCount, newLineCount } = present(await loadStatementImport(tx, importId), 'it was locked above');
    tx.record({ subjectId: importId, after: { newStatementCount, newLineCount } });
    tx.emit(statementImportCompleted, { importId, bankAccountId, statementCount: newStatementCount, newLineCount });
    if (newLineCount > 0) await startSuggestions(tx, bankAccountId);
  });
}

/**
 * Takes a file in, statement by statement. Killed in between it begins again: what it kept already is known, so nothing is there
 * twice. A file that cannot be read ends it, because trying again would not help.
 */
export const importStatementsJob = job({
  name: 'treasury.statement.take_in',
  on: statementImportRequested,
  run: async (run, { importId }) => {
    try {
      await takeIn(run, importId);
    } catch (error) {
      if (error instanceof Finished) return;
      if (!isRefused(error)) throw error;
      await run.step((tx) =>
        saveStatementImport(tx, importId, { status: 'failed', error: error.message, finishedAt: tx.ctx.now }),
      );
    }
  },
});
