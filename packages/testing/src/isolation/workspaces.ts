import type { Input, Scenario } from '../laws/scenario.ts';
import type { World } from '../world.ts';
import type { Target } from './targets.ts';

/** A route with an input that succeeds in a workspace. */
export type Prepared<T extends Target = Target> = { readonly target: T; readonly world: World; readonly input: Input };

export type Workspaces = {
  worlds(): readonly World[];
  /** @param use what else must be possible there */
  prepare<T extends Target>(target: T, use?: (prepared: Prepared<T>) => Promise<unknown>): Promise<Prepared<T>>;
};

/**
 * Plays scenarios beside each other in one workspace, and goes on in a new one when a scenario does not fit beside what is
 * there: two scenarios may use the same code.
 */
export function openWorkspaces(): Workspaces {
  const newest = new Map<Scenario['open'], World>();
  const worlds: World[] = [];
  return {
    worlds: () => worlds,
    prepare: async (target, use = async () => undefined) => {
      const { open, input } = target.scenario;
      const prepareIn = async (world: World) => {
        const prepared = { target, world, input: await input(world) };
        await use(prepared);
        return prepared;
      };
      const known = newest.get(open);
      const fitting = known && (await prepareIn(known).catch(() => null));
      if (fitting) return fitting;
      const world = await open();
      newest.set(open, world);
      worlds.push(world);
      return prepareIn(world);
    },
  };
}
