'use client';
import { Button, Field, Select } from '@atlas/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Action } from '@/lib/action.ts';
import { Refusal } from '../settings/refusal.tsx';
import { type Member, nameOf } from './use-members.ts';

type Place = { readonly id: string; readonly label: string };
type Props = {
  people: readonly Member[];
  places: readonly Place[];
  placeLabel: string;
  action: Action;
  /** Whether it was done. */
  onPlace: (person: Member, placeId: string) => Promise<boolean>;
};

/** Puts a person into a team or a department. */
export function PlaceForm({ people, places, placeLabel, action, onPlace }: Props) {
  const t = useTranslations('teams');
  const [userId, setUserId] = useState('');
  const [placeId, setPlaceId] = useState('');
  const person = people.find((each) => each.userId === userId);
  const place = async () => {
    // The team or department stays chosen: the next person often goes to the same.
    if (person && (await onPlace(person, placeId))) setUserId('');
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void place();
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t('person')} className="flex-1 basis-44">
          {(control) => (
            <Select {...control} value={userId} onChange={(event) => setUserId(event.currentTarget.value)}>
              <option value="">{t('choose')}</option>
              {people.map((each) => (
                <option key={each.userId} value={each.userId}>
                  {nameOf(each)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={placeLabel} className="flex-1 basis-44">
          {(control) => (
            <Select {...control} value={placeId} onChange={(event) => setPlaceId(event.currentTarget.value)}>
              <option value="">{t('choose')}</option>
              {places.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" busy={action.busy} disabled={!person || placeId === ''}>
          <Plus aria-hidden /> {t('put')}
        </Button>
      </div>
      <Refusal error={action.error} />
    </form>
  );
}
