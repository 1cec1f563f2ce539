import type { Callable, Module } from '@atlas/platform';
import { inject } from 'vitest';
import { newHouse } from '../house.ts';
import { newShop, type Shop } from '../shop.ts';
import { newWorld, type World } from '../world.ts';
import { overHttp } from './over-http.ts';

export type Input = Record<string, unknown>;

/** How to make an operation succeed: a world of its own and an input that names every id the operation takes. */
export type Scenario = {
  open(): Promise<World>;
  input(world: World): Promise<Input>;
  /** Permissions that this input takes besides the operation's own. */
  readonly also?: readonly string[];
};

/** In a workspace with open books, one customer and one product. */
export const inShop = (input: (shop: Shop) => Promise<Input> | Input): Scenario => ({
  open: newShop,
  input: async (world) => input(world as Shop),
});

/** In Atlas's own house, as an administrator. */
export const inHouse = (input: (house: World) => Promise<Input> | Input): Scenario => ({
  open: newHouse,
  input: async (world) => input(world),
});

/** In a workspace that has just been created. */
export const inEmptyWorkspace = (input: (world: World) => Promise<Input> | Input): Scenario => ({
  open: newWorld,
  input: async (world) => input(world),
});

/** One operation with its module and its scenario. */
export type Subject = { readonly module: Module; readonly operation: Callable; readonly scenario: Scenario };

/** What holds for every operation, or for every one of a kind. */
export type Law = {
  readonly title: string;
  appliesTo(operation: Callable): boolean;
  hold(subject: Subject): Promise<void>;
};

export const everyOperation = (): boolean => true;
export const everyCommand = ({ kind }: Callable): boolean => kind === 'command';
/** What belongs to workspaces: there is one house, and it has no neighbour. */
export const everyOfWorkspaces = ({ route }: Callable): boolean => !route.house;
export const everyQuery = ({ kind }: Callable): boolean => kind === 'query';

/** A world in which the operation can succeed, and the input for it. */
export async function preparedHere({ scenario }: Subject): Promise<{ world: World; input: Input }> {
  const world = await scenario.open();
  return { world, input: await scenario.input(world) };
}

/** The same; where the API runs as a function, the law asks that. */
export async function prepared(subject: Subject): Promise<{ world: World; input: Input }> {
  const { world, input } = await preparedHere(subject);
  return { world: inject('apiRunsAs') === 'lambda' ? await overHttp(world) : world, input };
}
