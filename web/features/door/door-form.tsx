'use client';
import { type FormEvent, type ReactNode, useId } from 'react';
import { UntilAlive } from '../shell/until-alive.tsx';

type Props = { title: string; about?: ReactNode; onSubmit: () => void; children: ReactNode };

/** A form on the card before one is inside. */
export function DoorForm({ title, about, onSubmit, children }: Props) {
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form method="post" aria-labelledby={id} onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <title>{`${title} · Atlas`}</title>
      <h1 id={id} className="font-semibold text-xl">
        {title}
      </h1>
      {about ? <p className="text-ink-muted">{about}</p> : null}
      <UntilAlive>{children}</UntilAlive>
    </form>
  );
}
