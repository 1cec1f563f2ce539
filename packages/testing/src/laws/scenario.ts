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
  /** Where one input cannot name every id that the operation takes: others that name the rest, by what they are of. */
  readonly besides?: Readonly<Record<string, Scenario>>;
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

/** A world in which an operation can succeed, and the input for it. */
type Prepared = { readonly world: World; readonly input: Input };

/** A world of its own in which the operation can succeed. */
async function preparedHere({ scenario }: Subject): Promise<Prepared> {
  const world = await scenario.open();
  return { world, input: await scenario.input(world) };
}

/** Where the API runs as a function, laws ask that. */
const asked = async ({ world, input }: Prepared): Promise<Prepared> => ({
  world: inject('apiRunsAs') === 'lambda' ? await overHttp(world) : world,
  input,
});

/** The same, to be asked of what runs. */
export const prepared = async (subject: Subject): Promise<Prepared> => asked(await preparedHere(subject));

/** Answers what was answered for the operation before, as long as laws ask for the same one. */
function onceForEach<T>(make: (subject: Subject) => Promise<T>): (subject: Subject) => Promise<T> {
  let known: { readonly operation: Callable; readonly made: Promise<T> } | undefined;
  return (subject) => {
    if (known?.operation !== subject.operation) known = { operation: subject.operation, made: make(subject) };
    return known.made;
  };
}

/** A query changes nothing, which is a law: those that only ask it, as the one who may do everything, ask it in one world. */
const readHere = onceForEach(preparedHere);
const read = onceForEach(async (subject) => asked(await readHere(subject)));
const neighbour = onceForEach(prepared);

/** For laws that run nothing but the operation: a world that a query shares with the other laws. */
export const preparedToRun = (subject: Subject): Promise<Prepared> =>
  subject.operation.kind === 'query' ? read(subject) : prepared(subject);

/** The same, in this process whatever runs. */
export const preparedToRunHere = (subject: Subject): Promise<Prepared> =>
  subject.operation.kind === 'query' ? readHere(subject) : preparedHere(subject);

/** Another world of the same kind, in which at most the same query runs. */
export const preparedBeside = (subject: Subject): Promise<Prepared> =>
  subject.operation.kind === 'query' ? neighbour(subject) : prepared(subject);

/** The world in which a command ran once, with the request: several laws look at what it left. */
export const performed = onceForEach(async (subject) => {
  const { world, input } = await preparedHere(subject);
  const ctx = world.ctx();
  await subject.operation(ctx, input);
  return { world, requestId: ctx.requestId };
});
