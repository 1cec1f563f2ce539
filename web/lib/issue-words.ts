'use client';
import { useTranslations } from 'use-intl';

/** What a schema says about a field; the API's field errors have the same codes. */
export type Issue = {
  readonly code?: string | undefined;
  readonly message: string;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly origin?: unknown;
  readonly format?: unknown;
};

/** Words that our contracts refuse with, by the key of their translation. */
const known: Readonly<Record<string, 'notADay' | 'notDecimal' | 'positive' | 'notNegative' | 'share' | 'controls'>> = {
  'not a day (YYYY-MM-DD)': 'notADay',
  'not a decimal number': 'notDecimal',
  'not an amount': 'notDecimal',
  'must be more than zero': 'positive',
  'must not be negative': 'notNegative',
  'must be between 0 and 1': 'share',
  'must not contain control characters': 'controls',
};

/** A refused field in the words of the reader. */
export function useIssueWords(): (issue: Issue) => string {
  const t = useTranslations('validation');
  return (issue) => {
    const key = known[issue.message];
    if (key) return t(key);
    if (issue.code === 'duplicate') return t('taken');
    const { minimum, maximum, origin, format } = issue;
    if (issue.code === 'too_small') {
      if (origin === 'string' && Number(minimum ?? 1) <= 1) return t('required');
      if (origin === 'array') return t('emptyList');
      return minimum === undefined ? t('required') : t('tooSmall', { minimum: Number(minimum) });
    }
    if (issue.code === 'too_big') {
      if (maximum === undefined) return t('tooLong');
      return origin === 'string' ? t('tooLongBy', { maximum: Number(maximum) }) : t('tooBig', { maximum: Number(maximum) });
    }
    if (issue.code === 'invalid_format') {
      if (format === 'email') return t('email');
      return format === 'uuid' ? t('required') : t('invalid');
    }
    if (issue.code === 'invalid_type' || issue.code === 'invalid_value') return t('required');
    return issue.message;
  };
}
