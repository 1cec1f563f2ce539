'use client';
import { isQuery, type Route } from '@atlas/contract/route';
import { useCallback } from 'react';
import { isWriting, needOf } from './page-permissions.ts';
import { type Session, useSession } from './session.tsx';

const isOn = ({ features }: Session, feature: string | undefined): boolean =>
  feature === undefined || features === undefined || features.includes(feature);
const isReadOnly = ({ workspace }: Session): boolean => workspace?.state === 'trial_ended';

/** Whether the person may do something here and now. It hides what would be refused; the API refuses it all the same. */
export function useMay(): (operation: Pick<Route, 'name' | 'method' | 'feature'>) => boolean {
  const session = useSession();
  return useCallback(
    (operation) =>
      session.permissions.includes(operation.name) &&
      isOn(session, operation.feature) &&
      (isQuery(operation as Route) || !isReadOnly(session)),
    [session],
  );
}

/** Whether a page is there for the person: without what it is made of there is nothing to see. */
export function useMayOpen(): (path: string) => boolean {
  const session = useSession();
  return useCallback(
    (path) => {
      const need = needOf(path);
      if (need === null) return true;
      return (
        session.permissions.includes(need.permission) && isOn(session, need.feature) && !(isWriting(path) && isReadOnly(session))
      );
    },
    [session],
  );
}
