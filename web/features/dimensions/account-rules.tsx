'use client';
import { dimensionRuleKinds, type saveDimensionRules } from '@atlas/accounting/contract';
import type { Input } from '@atlas/contract';
import { Field, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useDimensionValues } from './use-dimensions.ts';
import { type Dimension, indented, stepsOf } from './value-tree.ts';

export type Rule = Input<typeof saveDimensionRules>['rules'][number];

type Props = { dimensions: readonly Dimension[]; rules: readonly Rule[]; onChange: (rules: Rule[]) => void };

/** Whether lines of an account name a value, dimension by dimension, and which one they get otherwise. */
export function AccountRules({ dimensions, rules, onChange }: Props) {
  const t = useTranslations('dimensions');
  const used = dimensions.filter(({ archivedAt }) => archivedAt === null);
  if (used.length === 0) return null;
  const change = (dimensionId: string, rule: Rule | null) =>
    onChange([...rules.filter((each) => each.dimensionId !== dimensionId), ...(rule ? [rule] : [])]);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t('title')}</legend>
      {used.map((dimension) => (
        <RuleRow
          key={dimension.id}
          dimension={dimension}
          rule={rules.find(({ dimensionId }) => dimensionId === dimension.id) ?? null}
          onChange={(rule) => change(dimension.id, rule)}
        />
      ))}
    </fieldset>
  );
}

type RowProps = { dimension: Dimension; rule: Rule | null; onChange: (rule: Rule | null) => void };

function RuleRow({ dimension: { id: dimensionId, name }, rule, onChange }: RowProps) {
  const t = useTranslations('dimensions');
  const takesDefault = rule !== null && rule.rule !== 'forbidden';
  const values = useDimensionValues(takesDefault ? dimensionId : null);
  const choose = (kind: string) => {
    const chosen = dimensionRuleKinds.find((each) => each === kind);
    onChange(
      chosen
        ? { dimensionId, rule: chosen, defaultValueId: chosen === 'forbidden' ? null : (rule?.defaultValueId ?? null) }
        : null,
    );
  };
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={name}>
        {(control) => (
          <Select {...control} value={rule?.rule ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{t('rules.none')}</option>
            {dimensionRuleKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`rules.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {takesDefault ? (
        <Field label={t('defaultOf', { name })}>
          {(control) => (
            <Select
              {...control}
              value={rule.defaultValueId ?? ''}
              onChange={(event) => onChange({ ...rule, defaultValueId: event.currentTarget.value || null })}
            >
              <option value="">–</option>
              {stepsOf(values.data ?? []).flatMap((step) =>
                step.value.archivedAt === null || step.value.id === rule.defaultValueId
                  ? [
                      <option key={step.value.id} value={step.value.id}>
                        {indented(step)}
                      </option>,
                    ]
                  : [],
              )}
            </Select>
          )}
        </Field>
      ) : null}
    </div>
  );
}
