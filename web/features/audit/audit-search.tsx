'use client';
import { workspaceEvents } from '@atlas/contract';
import { Combobox } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.tsx';
import { type Found, findIn, isId } from './audit-finds.ts';
import { useActionName } from './audit-words.ts';

/** Actions that are no permission of anybody in the workspace. */
const otherActions = [...workspaceEvents.workspaceActions, 'administration.impersonation.start'];

type Props = {
  people: ReadonlyMap<string, string>;
  /** Narrows the trail by what was found. */
  onFound: (filter: Readonly<Record<string, string>>) => void;
};

/** Finds what one remembers of something that was done: the action in words, who did it, or the ID of a record. */
export function AuditSearch({ people, onFound }: Props) {
  const t = useTranslations('audit');
  const actionName = useActionName();
  const { permissions } = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  const text = (typed ?? '').trim();
  const all: Found[] = [
    ...(isId(text) ? [{ filter: 'subjectId' as const, value: text, label: text }] : []),
    ...[...people].map(([value, label]) => ({ filter: 'actorId' as const, value, label })),
    ...[...permissions, ...otherActions].map((value) => ({ filter: 'action' as const, value, label: actionName(value) })),
  ];
  const found = findIn(all, text);
  const details = { action: t('operation'), actorId: t('person'), subjectId: t('record') } as const;
  return (
    <Combobox
      aria-label={t('search')}
      placeholder={t('search')}
      className="w-full sm:w-72"
      chosenLabel=""
      onType={setTyped}
      options={found.map(({ filter, value, label }) => ({ value: `${filter}:${value}`, label, detail: details[filter] }))}
      emptyText={t('nothingFound')}
      onChoose={(option) => {
        const chosen = found.find(({ filter, value }) => option?.value === `${filter}:${value}`);
        if (chosen) onFound({ [chosen.filter]: chosen.value });
      }}
    />
  );
}
