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

/** What keys of a stage's files begin with in the bucket that it shares. */
export const prefixOf = (stage: string): string => databaseOf(stage).replaceAll('_', '-');

/** Logical databases of the preview tier's Valkey (stacks/foundation/cache.ts). */
const redisDatabases = 1000;

/**
 * The logical database of a stage in the Valkey it shares, so that no worker takes the jobs of another stage: 0 for
 * stages that stay, its number for the stage of a pull request (`pr-12`), one by chance for any other.
 */
export function redisDatabaseOf(stage: string): number {
  if (isLasting(stage)) return 0;
  const number = /^pr-([1-9]\d{0,8})$/.exec(stage)?.[1];
  return 1 + ((number === undefined ? hashOf(stage).readUInt32BE() : Number(number) - 1) % (redisDatabases - 1));
}
