import { uuidv7 } from '@atlas/kernel';
import { houseTenantId } from '@atlas/platform';
import { asAdministrator } from './database.ts';
import { type World, worldOf } from './world.ts';

/** Atlas's own house with an administrator in it. All tests of a worker share the one house. */
export async function newHouse(): Promise<World> {
  const userId = uuidv7();
  await asAdministrator(
    `insert into identity.users (id, name, email, administrator, two_factor_enabled) values ($1, 'Grace Hopper', $1::uuid::text || '@atlas.example', true, true)`,
    [userId],
  );
  return worldOf(houseTenantId, userId);
}

/** Lets somebody who has signed up administer Atlas, as the script does. The second factor is believed, not there. */
export async function appoint(email: string, hasSecondFactor = true): Promise<void> {
  await asAdministrator('update identity.users set administrator = true, two_factor_enabled = $2 where email = $1', [
    email,
    hasSecondFactor,
  ]);
}
