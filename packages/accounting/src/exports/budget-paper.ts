import type { Output } from '@atlas/contract';
import { dayText, type Locale, type Paper, type PaperColumn, paperRow } from '@atlas/platform';
import type { readBudgetReport } from '../contract/budgets.ts';
import { daysText, type ReportHead, reportPaper, wordsIn } from './report-paper.ts';

type Report = Output<typeof readBudgetReport>;
type Figures = Report['result'];
type Of = {
  readonly name: string;
  readonly revision: number;
  readonly knownOn?: string | undefined;
  readonly language: Locale;
};

const figuresOf = ({ planned, actual, variance }: Figures): string[] => [planned, actual, variance].map(({ amount }) => amount);

/** What was planned beside what came, line by line; below, what it comes to, period by period where there are several. */
export function budgetPaper(head: ReportHead, { name, revision, knownOn, language }: Of, report: Report): Paper {
  const { columns: said, budget } = wordsIn(language);
  const [first, last] = [report.periods.at(0), report.periods.at(-1)];
  const amount = (label: string): PaperColumn => ({ label, kind: 'amount', width: 16 });
  const byPeriod = report.totals.flatMap((figures, place) => {
    const { startsOn, endsOn } = report.periods[place] ?? {};
    return startsOn && endsOn ? [paperRow([null, daysText(startsOn, endsOn, language), null, ...figuresOf(figures), null])] : [];
  });
  return reportPaper(head, {
    language,
    title: `${budget.title}: ${name}`,
    days: first && last ? daysText(first.startsOn, last.endsOn, language) : undefined,
    knownOn,
    // What was planned is told as it was approved, whatever was known of the postings.
    also: [budget.revision(revision, report.approvedAt && dayText(report.approvedAt.slice(0, 10), language))],
    columns: [
      { label: said.code, kind: 'text', width: 10 },
      { label: said.account, kind: 'text', width: 32 },
      { label: budget.value, kind: 'text', width: 24 },
      ...[budget.planned, budget.actual, budget.variance].map(amount),
      { label: budget.percent, kind: 'percent', width: 12 },
    ],
    rows: [
      ...report.rows.map((row) => paperRow([row.code, row.name, row.value, ...figuresOf(row), row.percent])),
      paperRow([null, budget.result, null, ...figuresOf(report.result), null], 'strong'),
      ...(byPeriod.length > 1 ? [paperRow([null, budget.byPeriod, null, null, null, null, null], 'title'), ...byPeriod] : []),
    ],
  });
}
