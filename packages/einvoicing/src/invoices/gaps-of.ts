import type { Violation } from '../domain/violation.ts';
import { whereToSet } from './where-to-set.ts';

/** A broken rule that receivers do not put up with, and where what it asks for is set. */
export type Gap = Violation & { readonly setAt: string };

/** What keeps a document from being an electronic invoice. */
export const gapsOf = (violations: readonly Violation[], document: { readonly id: string; readonly customerId: string }): Gap[] =>
  violations
    .filter(({ severity }) => severity === 'fatal')
    .map((violation) => ({ ...violation, setAt: whereToSet(violation, document) }));
