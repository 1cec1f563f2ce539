'use client';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import type { Rule } from './rule-order.ts';

/** A rule in words: what it asks of a movement, and what becomes of one that fits. */
export function useRuleWords(currency: string): { asks: (rule: Rule) => string; does: (rule: Rule) => string } {
  const t = useTranslations('bankRules');
  const { money } = useFormats();
  const amounts = ({ minAmount: least, maxAmount: most }: Rule): string => {
    const text = (amount: string) => money({ amount, currency });
    if (least !== null && most !== null) return t('words.between', { least: text(least), most: text(most) });
    if (least !== null) return t('words.atLeast', { amount: text(least) });
    return most === null ? '' : t('words.atMost', { amount: text(most) });
  };
  return {
    asks: (rule) =>
      [
        rule.direction === 'both' ? '' : t(`directions.${rule.direction}`),
        rule.words === null ? '' : t('words.says', { words: rule.words }),
        rule.counterpartyAccount === null ? '' : t('words.account', { account: rule.counterpartyAccount }),
        amounts(rule),
      ]
        .filter((part) => part !== '')
        .join(', '),
    does: ({ account }) => (account === null ? t('settles') : t('words.posts', { account })),
  };
}
