'use client';
import { Button } from '@atlas/ui';
import { Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Form } from '@/lib/form.ts';
import { FormSection } from '../record/form-frame.tsx';
import { LineFields } from './line-fields.tsx';
import { type LineValues, type TermsValues, withOneMore, withoutLine } from './terms-values.ts';

/** What is due, part by part, and when. */
export function LinesEditor({ form }: { form: Form<TermsValues, unknown> }) {
  const t = useTranslations('paymentTerms');
  const { lines } = form.values;
  const change = (key: string, values: Partial<LineValues>) =>
    form.set({ lines: lines.map((line) => (line.key === key ? { ...line, ...values } : line)) });
  return (
    <FormSection
      title={t('lines')}
      action={
        <Button size="small" onClick={() => form.set({ lines: withOneMore(lines) })}>
          <Plus aria-hidden /> {t('addLine')}
        </Button>
      }
    >
      <p className="mb-3 text-ink-muted text-xs">{t('linesAbout')}</p>
      {form.error('/lines') ? (
        <p role="alert" className="mb-3 text-danger text-xs">
          {form.error('/lines')}
        </p>
      ) : null}
      <ol className="flex flex-col gap-3">
        {lines.map((line, index) => (
          <li key={line.key} className="border-t pt-3 first:border-t-0 first:pt-0">
            <LineFields
              line={line}
              index={index}
              count={lines.length}
              error={form.error}
              onChange={(values) => change(line.key, values)}
              onRemove={() => form.set({ lines: withoutLine(lines, line.key) })}
            />
          </li>
        ))}
      </ol>
    </FormSection>
  );
}
