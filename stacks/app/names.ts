import { createHash } from 'node:crypto';

/** Two kinds of foundation: production has its own, all other stages share one. */
export type Tier = 'preview' | 'production';

export const tierOf = (stage: string): Tier => (stage === 'production' ? 'production' : 'preview');

/** Stages that stay: their databases are never dropped and hold no demo workspace. All others come and go with a branch. */
export const isLasting = (stage: string): boolean => stage === 'production' || stage === 'staging';

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Of a name of PostgreSQL 63 letters count, and what keys of files begin with has 60 (packages/platform/src/config.ts). */
const mostLetters = 60;

/**
 * The database of a stage on the server it shares, in small letters and digits. A name that had to be changed or cut
 * carries a hash of what it was after an underscore, which no other name has: no two stages meet in one database.
 */
export function databaseOf(stage: string): string {
  const plain = `atlas_${stage}`;
  if (/^[a-z0-9]+$/.test(stage) && plain.length <= mostLetters) return plain;
  const hash = hashOf(stage).toString('hex').slice(0, 16);
  const slug = plain.toLowerCase().replace(/[^a-z0-9]/g, '_');
  return `${slug.slice(0, mostLetters - hash.length - 1)}_${hash}`;
}

/**
 * What keys of a stage begin with in the bucket and in the Valkey that it shares. Numbered databases would not do: there are
 * fewer of them than names.
 */
export const prefixOf = (stage: string): string => databaseOf(stage).replaceAll('_', '-');
