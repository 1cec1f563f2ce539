'use client';
import { updateMatchingRule } from '@atlas/treasury/contract';
import { Badge, Button } from '@atlas/ui';
import { Archive, ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { affects, moved, type Rule } from './rule-order.ts';
import { useRuleWords } from './use-rule-words.ts';

type Props = { rules: readonly Rule[]; currency: string; onEdit: ((rule: Rule) => void) | null };

/** The rules with what they ask for and what they do, to be moved, changed and taken out of use. */
export function RulesTable({ rules, currency, onEdit }: Props) {
  const t = useTranslations('bankRules');
  const words = useRuleWords(currency);
  const update = useCommand(updateMatchingRule, affects);
  const action = useAction({ told: true });
  const move = (index: number, by: -1 | 1) =>
    action.run(async () => {
      for (const { rule, position } of moved(rules, index, by))
        await update.mutateAsync({ id: rule.id, version: rule.version, position });
    });
  const archive = async (rule: Rule) => {
    const change = (version: number, archived: boolean) => update.mutateAsync({ id: rule.id, version, archived });
    if (!(await action.run(() => change(rule.version, true)))) return;
    const onClick = () => void action.run(() => change(rule.version + 1, false));
    notify('success', t('archivedNotice', { name: rule.name }), { action: { label: t('undo'), onClick } });
  };
  return (
    <table className="w-full" aria-label={t('plural')}>
      <thead>
        <tr className="h-8 text-ink-muted text-xs">
          {(['place', 'name', 'when', 'then'] as const).map((name) => (
            <th key={name} scope="col" className="pe-4 text-start font-normal">
              {t(name)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, index) => (
          <tr key={rule.id} className="h-9 border-t hover:bg-hover">
            <td className="w-10 pe-4 tabular-nums">{index + 1}</td>
            <td className="pe-4">
              {onEdit ? (
                <button type="button" className="text-start hover:underline" onClick={() => onEdit(rule)}>
                  {rule.name}
                </button>
              ) : (
                rule.name
              )}
            </td>
            <td className="pe-4">{words.asks(rule)}</td>
            <td className="pe-4">
              {words.does(rule)} {rule.isAutomatic ? <Badge tone="success">{t('automatic')}</Badge> : null}
            </td>
            <td className="whitespace-nowrap text-end">
              {onEdit ? (
                <>
                  <Button
                    look="quiet"
                    size="icon"
                    disabled={index === 0 || action.busy}
                    aria-label={t('up', { name: rule.name })}
                    onClick={() => void move(index, -1)}
                  >
                    <ArrowUp aria-hidden />
                  </Button>
                  <Button
                    look="quiet"
                    size="icon"
                    disabled={index === rules.length - 1 || action.busy}
                    aria-label={t('down', { name: rule.name })}
                    onClick={() => void move(index, 1)}
                  >
                    <ArrowDown aria-hidden />
                  </Button>
                  <Button
                    look="quiet"
                    size="icon"
                    disabled={action.busy}
                    aria-label={t('archive', { name: rule.name })}
                    onClick={() => void archive(rule)}
                  >
                    <Archive aria-hidden />
                  </Button>
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
