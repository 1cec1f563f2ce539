'use client';
import { Badge, type BadgeTone } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { WorkspaceSummary } from './types.ts';

const tones: Readonly<Record<WorkspaceSummary['state'], BadgeTone>> = {
  active: 'success',
  trial: 'accent',
  trial_ended: 'warning',
  suspended: 'danger',
};

/** How a workspace stands, in a word. */
export function WorkspaceState({ state }: { state: WorkspaceSummary['state'] }) {
  const t = useTranslations('platform');
  return <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>;
}
