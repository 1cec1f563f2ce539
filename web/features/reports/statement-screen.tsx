'use client';
import { readStatement, statementFiles } from '@atlas/accounting/contract';
import { Button } from '@atlas/ui';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { LineFilterFields } from '../dimensions/line-filter-fields.tsx';
import { ExportMenu } from './export-menu.tsx';
import { filterParams, filterQuery, filterTerms, type LineFilter, useLineFilter } from './line-filter.ts';
import type { Range } from './presets.ts';
import { EmptyReport, ReportFrame, ReportProblem, ReportSkeleton } from './report-frame.tsx';
import { closable, isEmptyStatement, type Statement, type StatementColumn, type StatementLine } from './statement.ts';
import { StatementChart } from './statement-chart.tsx';
import { BelowField, ColumnsSelect, KnownOnField } from './statement-controls.tsx';
import { StatementTable } from './statement-table.tsx';
import { knownTerms, piecesFrom, useStatementView } from './statement-terms.ts';
import { useUrlParams } from './url-params.ts';

export type StatementScreenProps = {
  kind: Statement['kind'];
  title: string;
  /** Days of movements, or the day of balances; null until they are known. */
  days: Range | { to: string } | null;
  dateControls: ReactNode;
  /** Shows everything there is; null until it is known what that is. */
  onShowAll: (() => void) | null;
  /** Shows a column alone. */
  onColumn: (column: StatementColumn) => void;
  hrefOf?: (line: StatementLine, column: StatementColumn) => string | null;
  badge?: (statement: Statement) => ReactNode;
  /** Stands above the table; left out, a chart of the columns stands beside it. */
  above?: ReactNode;
};

/** Where the lines of an account are that a figure is made of. */
function ledgerPath(
  line: StatementLine,
  { from, to }: StatementColumn,
  knownOn: string | null,
  filter: LineFilter,
): string | null {
  if (line.accountId === null) return null;
  const known = knownOn ? { knownOn } : {};
  const query = new URLSearchParams({ ...(from ? { from } : {}), to, ...known, ...filterQuery(filter) });
  return `/reports/ledger/${line.accountId}?${query}`;
}

function useClosed(statement: Statement | undefined) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const all = statement ? closable(statement.lines).filter(({ kind }) => kind === 'heading') : [];
  const isAnyOpen = all.some(({ key }) => !closed.has(key));
  return {
    closed,
    isAnyOpen,
    hasHeadings: all.length > 0,
    toggle: (key: string) =>
      setClosed((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key])),
    toggleAll: () => setClosed(new Set(isAnyOpen ? all.map(({ key }) => key) : [])),
  };
}

/** The one shape of all statements: days, columns and knowledge above, a chart beside, a tree of accounts that opens and closes. */
export function StatementScreen(props: StatementScreenProps) {
  const { kind, title, days, dateControls, onShowAll, onColumn, hrefOf, badge, above } = props;
  const t = useTranslations('reports');
  const view = useStatementView();
  const { columns, knownOn } = view;
  const from = days && ('from' in days ? days.from : piecesFrom(days.to, columns));
  const [, change] = useUrlParams();
  const [filter] = useLineFilter();
  const byValue = kind === 'profit_and_loss';
  const by = byValue && view.by ? { by: view.by, ...(view.below ? { below: view.below } : {}) } : {};
  const terms = { to: days?.to ?? '', columns, ...(from ? { from } : {}), ...knownTerms(view), ...by, ...filterTerms(filter) };
  const {
    data: statement,
    error,
    refetch,
  } = useRead(readStatement, { kind, ...terms }, { enabled: days !== null, keepPrevious: true });
  const openValue = (id: string | null) => {
    const { dimensions, without } = filter;
    const only =
      id === null
        ? { dimensions, without: [...without, ...(view.by ? [view.by] : [])] }
        : { dimensions: [...dimensions, id], without };
    change({ ...filterParams(only), by: null, below: null });
  };
  const tree = useClosed(statement);
  const isEmpty = statement !== undefined && isEmptyStatement(statement);
  const shown = statement && !isEmpty ? statement : null;
  const first = statement?.columns[0];
  return (
    <ReportFrame
      title={title}
      badge={shown && badge && shown.only.length === 0 ? badge(shown) : null}
      controls={
        <>
          {dateControls}
          <ColumnsSelect {...view} byValue={byValue} />
          {byValue ? <BelowField {...view} /> : null}
          <KnownOnField {...view} />
          <LineFilterFields />
          {shown && tree.hasHeadings ? (
            <Button look="quiet" className="self-end" onClick={tree.toggleAll}>
              {tree.isAnyOpen ? t('closeAll') : t('openAll')}
            </Button>
          ) : null}
        </>
      }
      currency={statement?.currency}
      actions={<ExportMenu report={statementFiles[kind]} terms={shown ? terms : null} />}
    >
      {error ? <ReportProblem error={error} onRetry={() => void refetch()} /> : null}
      {!statement && !error ? <ReportSkeleton /> : null}
      {isEmpty ? <EmptyReport onShowAll={onShowAll} /> : null}
      {shown && first ? (
        <>
          {above}
          <div className="flex min-h-0 flex-1 flex-col gap-3 xl:flex-row xl:items-start">
            <StatementTable
              label={title}
              statement={shown}
              hrefOf={(line) => hrefOf?.(line, first) ?? ledgerPath(line, first, knownOn, filter)}
              closed={tree.closed}
              onToggle={tree.toggle}
            />
            {above ? null : (
              <StatementChart
                statement={shown}
                onColumn={(index) => {
                  const column = shown.columns[index];
                  if (column?.value) openValue(column.value.id);
                  else if (column) onColumn(column);
                }}
              />
            )}
          </div>
        </>
      ) : null}
    </ReportFrame>
  );
}
