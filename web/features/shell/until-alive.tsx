'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import { useOnClient } from '@/lib/on-client.ts';

/**
 * Fields and buttons that wait for their page to be alive: before that they would show what is typed and not know of it.
 * They look as they will, and the focus that a field asks for is given to it then.
 */
export function UntilAlive({ children }: { children: ReactNode }) {
  const alive = useOnClient();
  const fields = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // As browsers do: not to whom a click or Tab has led elsewhere already.
    if (!alive || document.activeElement !== document.body) return;
    fields.current?.querySelector<HTMLElement>('[autofocus]')?.focus();
  }, [alive]);
  return (
    <fieldset ref={fields} role="presentation" disabled={!alive} data-until-alive className="contents">
      {children}
    </fieldset>
  );
}
