import type { Chance } from './chance.ts';

/** A document that Atlas said it has posted. */
export type Posted = {
  readonly id: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
  readonly date: string;
  readonly gross: { readonly amount: string };
};

/** One request with its key, and what it was answered. */
export type Acknowledged = { readonly tenantId: string; readonly key: string; readonly posted: readonly Posted[] };

/** Work in the background that was asked for: an import with two jobs, the check and the run. */
export type Errand = { readonly tenantId: string; readonly importId: string; readonly codes: readonly string[] };

/** What clients met while Atlas was dying. */
export type Notes = {
  /** Requests that were on their way when their connection broke. */
  interrupted: number;
  /** Requests that were refused for the moment, as promised: a 503 problem that says when to come back. */
  refused: number;
  /** Answers that nobody should ever get. */
  readonly wrong: string[];
};

/** What the clients of all tenants do, and what they remember of it. */
export type Work = {
  readonly chance: Chance;
  readonly notes: Notes;
  readonly acknowledged: Acknowledged[];
  readonly errands: Errand[];
  /** Who is ending begins nothing new; who gives up does not even wait for the answer. */
  state: 'going on' | 'ending' | 'given up';
};

export const newWork = (chance: Chance): Work => ({
  chance,
  notes: { interrupted: 0, refused: 0, wrong: [] },
  acknowledged: [],
  errands: [],
  state: 'going on',
});
