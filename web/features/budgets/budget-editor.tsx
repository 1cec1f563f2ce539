'use client';
import { saveBudgetLines } from '@atlas/accounting/contract';
import { exponentOf } from '@atlas/kernel';
import { Button } from '@atlas/ui';
import { type ClipboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { indented } from '../dimensions/value-tree.ts';
import { useGridKeys } from '../documents/use-grid-keys.ts';
import { useUnsaved } from '../guard/guard-store.ts';
import { cellsOf } from '../invoices/paste.ts';
import { Refusal } from '../settings/refusal.tsx';
import { type Budget, type GridLine, gridOf, linesInput, pasteInto, withBlankEnd } from './budget-grid.ts';
import { BudgetGridRow } from './budget-grid-row.tsx';
import { SpreadDialog } from './spread-dialog.tsx';
import { useErrorsByLine } from './use-errors-by-line.ts';
import { useLineChoices } from './use-line-choices.ts';

/** The lines of a draft with the keys of a spreadsheet: Tab, Enter, arrows, pasting from Excel. */
export function BudgetEditor({ budget }: { budget: Budget }) {
  const t = useTranslations('budgets');
  const { month } = useFormats();
  const { accounts, steps, reader } = useLineChoices(budget.dimensionId);
  const saving = useAction();
  const save = useCommand(saveBudgetLines, ['accounting.']);
  const [clean, setClean] = useState(() => gridOf(budget));
  const [lines, setLines] = useState(clean);
  const [spread, setSpread] = useState<GridLine | null>(null);
  const dirty = lines !== clean;
  useUnsaved('form', dirty && !saving.busy);
  const errorOf = useErrorsByLine(saving.error, lines);

  const change = (key: string, fields: Partial<GridLine>) =>
    setLines((now) =>
      withBlankEnd(
        now.map((line) => (line.key === key ? { ...line, ...fields } : line)),
        budget.periods.length,
      ),
    );
  const remove = (key: string) =>
    setLines((now) =>
      withBlankEnd(
        now.filter((line) => line.key !== key),
        budget.periods.length,
      ),
    );
  const { grid, onKeyDown, placeOf } = useGridKeys(lines.length, (row) => remove(lines[row]?.key ?? ''));
  const fixed = budget.dimensionId === null ? 1 : 2;

  const onPaste = async (event: ClipboardEvent<HTMLDivElement>) => {
    const here = placeOf(event.target);
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    if (!here || !cells) return;
    event.preventDefault();
    const read = await reader();
    setLines((now) => pasteInto(now, cells, here, fixed, read));
  };
  const submit = async () => {
    const input = { id: budget.id, version: budget.version, lines: linesInput(lines) };
    if (!(await saving.run(() => save.mutateAsync(input)))) return;
    setClean(lines);
    notify('success', t('saved'));
  };
  const heads = budget.periods.map(({ startsOn }) => month(startsOn.slice(0, 7)));
  const template = `minmax(12rem,1fr) ${fixed === 2 ? '11rem ' : ''}repeat(${heads.length}, 6.5rem) 8rem 2rem 2rem`;
  return (
    <>
      <section aria-label={t('lines')} className="rounded-lg border bg-surface">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the fields inside */}
        <div ref={grid} onKeyDown={onKeyDown} onPaste={(event) => void onPaste(event)} className="overflow-x-auto">
          <div className="w-max min-w-full">
            <div
              className="grid h-8 items-center gap-px border-b px-1 text-ink-muted text-xs"
              style={{ gridTemplateColumns: template }}
            >
              <span className="px-2">{t('account')}</span>
              {fixed === 2 ? <span className="px-2">{t('value')}</span> : null}
              {heads.map((head, index) => (
                <span key={budget.periods[index]?.id} className="px-2 text-end">
                  {head}
                </span>
              ))}
              <span className="px-2 text-end">{t('total')}</span>
            </div>
            {lines.map((line, row) => (
              <BudgetGridRow
                key={line.key}
                {...{ line, row, template, heads }}
                accounts={accounts.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
                values={fixed === 2 ? steps.map((step) => ({ value: step.value.id, label: indented(step) })) : null}
                decimals={exponentOf(budget.currency)}
                currency={budget.currency}
                last={row === lines.length - 1}
                error={errorOf(line)}
                onChange={change}
                onSpread={setSpread}
                onRemove={remove}
              />
            ))}
          </div>
        </div>
        <p className="border-t px-3 py-2 text-ink-muted text-xs max-sm:hidden">{t('gridHint')}</p>
      </section>
      <Refusal error={saving.error} />
      <div className="flex justify-end">
        <Button look="primary" busy={saving.busy} disabled={!dirty} onClick={() => void submit()}>
          {t('save')}
        </Button>
      </div>
      {spread ? (
        <SpreadDialog
          budget={budget}
          line={spread}
          onSpread={(amounts) => change(spread.key, { amounts })}
          onClose={() => setSpread(null)}
        />
      ) : null}
    </>
  );
}
