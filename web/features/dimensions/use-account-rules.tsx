'use client';
import { listDimensionRules, listDimensions, saveDimensionRules } from '@atlas/accounting/contract';
import { useState } from 'react';
import { useCommand, useRead } from '@/lib/api.ts';
import { useMay } from '../session/may.ts';
import { AccountRules, type Rule } from './account-rules.tsx';
import { useDimensions } from './use-dimensions.ts';

/** What an account asks of its lines, as a part of a form: the fields, and how they are saved. */
export function useAccountRules({ id: accountId, isGroup }: { id: string; isGroup: boolean }) {
  const may = useMay();
  const asked = !isGroup && may(listDimensions) && may(saveDimensionRules);
  const dimensions = useDimensions(asked);
  const kept = useRead(listDimensionRules, { accountId }, { enabled: asked });
  const saving = useCommand(saveDimensionRules, ['accounting.']);
  const [changed, setChanged] = useState<Rule[] | null>(null);
  const rules = changed ?? (kept.data?.items ?? []).map(({ accountId: _of, ...rule }) => rule);
  const fields =
    kept.data && dimensions.data ? <AccountRules dimensions={dimensions.data.items} rules={rules} onChange={setChanged} /> : null;
  const save = async (): Promise<void> => {
    if (changed) await saving.mutateAsync({ accountId, rules: changed });
  };
  return { fields, save };
}
