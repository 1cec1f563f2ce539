import type { Visitor } from '../api/visitor.ts';
import { newChance } from './chance.ts';
import { untilDrained } from './drain.ts';
import { runErrands } from './errands.ts';
import type { GroundKind } from './ground.ts';
import { postInBulk, postOneByOne } from './load.ts';
import { openStage, type Stage } from './stage.ts';
import { openTenant, type Tenant } from './tenants.ts';
import { expectNothingLost } from './verdict.ts';
import { newWork, type Work } from './work.ts';

export type Scene = { readonly stage: Stage; readonly work: Work; readonly tenants: readonly Tenant[] };

/** What is done to Atlas. */
export type Deed = (scene: Scene) => Promise<void>;

export type Deeds = {
  /** While clients work. */
  readonly during: Deed;
  /** Right after their last answer, while the worker has not done what follows from it. */
  readonly afterwards?: Deed;
};

const names = ['First Ltd', 'Second Ltd', 'Third Ltd'];

/** The clients of a tenant: two that post one by one, one that posts in bulk, one that imports. */
async function employ(tenant: Tenant, second: Visitor, work: Work): Promise<void> {
  await Promise.all([
    postOneByOne(tenant, tenant.owner, work),
    postOneByOne(tenant, second, work),
    postInBulk(tenant, second, work),
    runErrands(tenant, tenant.owner, work),
  ]);
}

async function suffer(stage: Stage, work: Work, { during, afterwards }: Deeds): Promise<void> {
  const tenants = await Promise.all(names.map((name) => openTenant(stage.url, name)));
  const staff = await Promise.all(tenants.map(async (tenant) => ({ tenant, second: await tenant.signIn() })));
  const scene = { stage, work, tenants };
  const done = Promise.all(staff.map(({ tenant, second }) => employ(tenant, second, work)));
  try {
    await Promise.race([during(scene), done]);
    work.state = 'ending';
    await done;
  } catch (error) {
    work.state = 'given up';
    await Promise.allSettled([done]);
    throw error;
  }
  await afterwards?.(scene);
  await untilDrained(stage);
  await expectNothingLost(stage, tenants, work);
}

/** Lets clients work while something is done to Atlas, and then holds Atlas to every word it gave them. */
export async function ordeal(deeds: Deeds, ground: GroundKind = 'direct'): Promise<void> {
  const work = newWork(newChance());
  const stage = await openStage(ground);
  try {
    await suffer(stage, work, deeds);
  } catch (error) {
    const said = stage.chronicle.said.slice(-10).join('').slice(-8000);
    process.stderr.write(`CRASH_SEED=${work.chance.seed} ${JSON.stringify(work.notes)}\n${said}\n`);
    throw error;
  } finally {
    await stage.close();
  }
}
