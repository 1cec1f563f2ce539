import { present } from '@atlas/kernel';
import { isRefused, type JobRun, job, saveJobProgress, type TenantTx, Yielded } from '@atlas/platform';
import { type BankAccountRow, loadBankAccount } from '../accounts/accounts.repository.ts';
import { suggestionsCompleted, suggestionsRequested } from '../contract/events.ts';
import type { MatchLine } from '../domain/match-subject.ts';
import type { MatchingRule } from '../domain/matching-rule.ts';
import { Matcher } from '../domain/suggest-matches.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { applyMatches, type MatchDraft } from '../matches/apply-matches.ts';
import { rulesToTry } from '../rules/rules.repository.ts';
import {
  countToMatch,
  ledgerLinesToMatch,
  linesToMatch,
  openItemsToMatch,
  partiesToMatch,
} from '../suggestions/ground.repository.ts';
import { loadSuggestionRun, type SuggestionRun, saveSuggestionRun } from '../suggestions/suggestion-runs.repository.ts';
import { replaceSuggestions } from '../suggestions/suggestions.repository.ts';

/** Movements of one transaction. */
const batch = 500;

/** Thrown when another run of the job has brought the pass to its end. */
class Finished extends Error {
  override readonly name = 'Finished';
}

type Pass = { readonly run: JobRun; readonly runId: string; readonly matcher: Matcher };

/** One step in a transaction of its own, which holds the account and then the pass. */
function step<T>(
  run: JobRun,
  { runId, bankAccountId }: { runId: string; bankAccountId: string },
  work: (tx: TenantTx, account: BankAccountRow, pass: SuggestionRun) => Promise<T>,
): Promise<T> {
  if (run.stopping()) throw new Yielded();
  return run.step(async (tx) => {
    const account = present(await loadBankAccount(tx, bankAccountId, true), 'a bank account is never deleted');
    const pass = present(await loadSuggestionRun(tx, runId, true), 'a run is never deleted');
    if (pass.status !== 'running') throw new Finished();
    return work(tx, account, pass);
  });
}

/** All that movements are held against, loaded once for the whole pass: what of it changes meanwhile is seen when a match is applied. */
async function matcherOf(tx: TenantTx, account: BankAccountRow): Promise<Matcher> {
  const [items, ledgerLines, parties, rules] = await Promise.all([
    openItemsToMatch(tx, account),
    ledgerLinesToMatch(tx, account),
    partiesToMatch(tx),
    rulesToTry(tx, account.id),
  ]);
  return new Matcher({ items, ledgerLines, parties, rules });
}

function draftOf(line: MatchLine, suggestion: Suggestion, rule: MatchingRule | undefined): MatchDraft {
  const { items, ledgerLine } = suggestion;
  const split = {
    accountId: rule?.accountId ?? '',
    partyId: rule?.partyId ?? null,
    description: null,
    amountMinor: line.amountMinor,
  };
  return {
    lineIds: [line.id],
    items,
    ledgerLines: ledgerLine ? [ledgerLine] : [],
    splits: suggestion.kind === 'rule' ? [split] : [],
    date: null,
    value: null,
    ruleId: rule?.id ?? null,
  };
}

/** Applies drafts in a transaction; when the books refuse one of them, each in its own, and those refused stay suggestions. */
async function applyAll(
  run: JobRun,
  ids: { runId: string; bankAccountId: string },
  drafts: readonly MatchDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  try {
    await step(run, ids, async (tx, account, { appliedCount }) => {
      await applyMatches(tx, account, drafts);
      saveSuggestionRun(tx, ids.runId, { appliedCount: appliedCount + drafts.length });
    });
  } catch (error) {
    if (!isRefused(error)) throw error;
    if (drafts.length > 1) for (const draft of drafts) await applyAll(run, ids, [draft]);
  }
}

/** Works out one batch, writes it, and applies what rules apply themselves. Answers the last movement of it, or null at the end. */
async function nextBatch({ run, runId, matcher }: Pass, bankAccountId: string, after: string | null): Promise<string | null> {
  const ids = { runId, bankAccountId };
  const { drafts, last } = await step(run, ids, async (tx, account, pass) => {
    const lines = await linesToMatch(tx, account, after, batch);
    const suggested = lines.map((line) => ({ line, ...matcher.suggest(line) }));
    if (suggested.length > 0) replaceSuggestions(tx, suggested);
    const doneCount = pass.doneCount + lines.length;
    const suggestedCount = pass.suggestedCount + suggested.filter(({ suggestions }) => suggestions.length > 0).length;
    saveSuggestionRun(tx, runId, { doneCount, suggestedCount });
    await saveJobProgress(tx, run.messageId, doneCount, Math.max(pass.lineCount, doneCount), null);
    return {
      last: lines.length < batch ? null : (lines.at(-1)?.id ?? null),
      drafts: suggested.flatMap(({ line, automatic, rule }) => (automatic ? [draftOf(line, automatic, rule ?? undefined)] : [])),
    };
  });
  await applyAll(run, ids, drafts);
  return last;
}

async function pass(run: JobRun, ids: { runId: string; bankAccountId: string }): Promise<void> {
  const matcher = await step(run, ids, async (tx, account, { appliedCount }) => {
    const lineCount = appliedCount + (await countToMatch(tx, account));
    saveSuggestionRun(tx, ids.runId, { lineCount, doneCount: appliedCount, suggestedCount: appliedCount });
    return matcherOf(tx, account);
  });
  const begun: Pass = { run, runId: ids.runId, matcher };
  let last: string | null = null;
  do last = await nextBatch(begun, ids.bankAccountId, last);
  while (last !== null);
  await step(run, ids, async (tx, _account, { suggestedCount, appliedCount }) => {
    saveSuggestionRun(tx, ids.runId, { status: 'completed', finishedAt: tx.ctx.now });
    tx.record({ subjectId: ids.runId, after: { suggestedCount, appliedCount } });
    tx.emit(suggestionsCompleted, { ...ids, suggestedCount, appliedCount });
  });
}

/**
 * Works out what the movements of an account may be. Killed in between it begins again: suggestions are replaced, and what was
 * applied is matched and looked at no more.
 */
export const suggestMatchesJob = job({
  name: 'treasury.suggestion.work_out',
  on: suggestionsRequested,
  run: async (run, ids) => {
    try {
      await pass(run, ids);
    } catch (error) {
      if (error instanceof Finished) return;
      if (!isRefused(error)) throw error;
      await run.step(async (tx) =>
        saveSuggestionRun(tx, ids.runId, { status: 'failed', error: error.message, finishedAt: tx.ctx.now }),
      );
    }
  },
});
