import type { Migration } from './migration.ts';
import type { MigrationRecord } from './records.ts';

export type PlanOptions = {
  /** Also what takes something away: once no program of an earlier release runs any more. */
  readonly contract: boolean;
  /** Lets an earlier release work on the schema of a later one that has only added to it. */
  readonly rollback: boolean;
};

export type Plan = { readonly now: readonly Migration[]; readonly waiting: readonly Migration[] };

/** A database that is not as this release expects it: nothing was done. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

const namesOf = (items: readonly { name: string }[]): string => items.map(({ name }) => name).join(', ');

function refuseWhatIsUnclear(
  migrations: readonly Migration[],
  records: readonly MigrationRecord[],
  { rollback }: PlanOptions,
): void {
  const begun = records.filter(({ finished }) => !finished);
  if (begun.length > 0)
    throw new MigrationRefused(
      `begun by another tool and not finished: ${namesOf(begun)}. Look, then \`prisma migrate resolve\``,
    );
  const byName = new Map(migrations.map((each) => [each.name, each]));
  const changed = records.filter(({ name, checksum }) => byName.has(name) && byName.get(name)?.checksum !== checksum);
  if (changed.length > 0) throw new MigrationRefused(`changed since the database has them: ${namesOf(changed)}`);
  const later = records.filter(({ name }) => !byName.has(name));
  if (later.length > 0 && !rollback)
    throw new MigrationRefused(`the database is newer than this release, which does not know ${namesOf(later)}`);
  const missing = later.filter(({ contract }) => contract !== null);
  if (missing.length > 0)
    throw new MigrationRefused(`this release may need what a later one has taken away: ${namesOf(missing)}`);
}

/**
 * What is to be applied now and what waits. A migration that takes something away waits, unless it is asked for or the
 * database is new: nobody works with that yet.
 *
 * @throws MigrationRefused
 */
export function planOf(migrations: readonly Migration[], records: readonly MigrationRecord[], options: PlanOptions): Plan {
  refuseWhatIsUnclear(migrations, records, options);
  const applied = new Set(records.map(({ name }) => name));
  const pending = migrations.filter(({ name }) => !applied.has(name));
  const held = options.contract || records.length === 0 ? -1 : pending.findIndex(({ contract }) => contract !== null);
  if (held === -1) return { now: pending, waiting: [] };
  const waiting = pending.slice(held);
  const beyond = waiting.filter(({ contract }) => contract === null);
  if (beyond.length > 0)
    throw new MigrationRefused(
      `${namesOf(beyond)} come after ${waiting[0]?.name}, which takes something away: apply that first, once the release before this one is everywhere`,
    );
  return { now: pending.slice(0, held), waiting };
}
