'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { type Member, nameOf } from './use-members.ts';

type Props = { place: string; people: readonly Member[]; busy: boolean; onTake: ((person: Member) => void) | null };

/** Who is in a team or department, each with a way out for those who may. */
export function PeopleChips({ place, people, busy, onTake }: Props) {
  const t = useTranslations('teams');
  if (people.length === 0) return <p className="text-ink-muted text-xs">{t('nobody')}</p>;
  return (
    <ul aria-label={t('peopleOf', { place })} className="flex flex-wrap gap-1.5">
      {people.map((person) => (
        <li key={person.userId} className="flex h-7 max-w-full items-center rounded-md border">
          <span className="truncate px-2">{nameOf(person)}</span>
          {onTake ? (
            <button
              type="button"
              disabled={busy}
              aria-label={t('take', { name: nameOf(person), place })}
              onClick={() => onTake(person)}
              className="h-full rounded-e-md px-1.5 text-ink-muted hover:bg-hover"
            >
              <X className="size-3.5" aria-hidden />
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
