'use client';
import type { Route } from '@atlas/contract';
import { useSession } from './session.tsx';

const none: readonly string[] = [];

/** The fields that the person's roles hide in an operation: forms leave them out. */
export function useHidden({ name }: Pick<Route, 'name'>): readonly string[] {
  return useSession().restrictions?.[name]?.hides ?? none;
}

/** An input without fields: what is hidden may be left out of every edit, and naming it would be refused. */
export const withoutFields = <T extends object>(input: T, fields: readonly string[]): T =>
  Object.fromEntries(Object.entries(input).filter(([field]) => !fields.includes(field))) as T;
