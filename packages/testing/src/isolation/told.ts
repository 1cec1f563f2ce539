import { AtlasError } from '@atlas/kernel';
import type { Callable, Ctx, Database } from '@atlas/platform';
import type { Input } from '../laws/scenario.ts';
import type { Neighbour } from './neighbour.ts';
import { smuggledInto } from './smuggle.ts';
import type { OperationTarget } from './targets.ts';
import type { Prepared } from './workspaces.ts';

/** What an operation answered, or how it refused. */
export type Told = { readonly asked: Input; readonly refused: boolean; readonly text: string };

export async function toldBy(operation: Callable, ctx: Ctx, asked: Input): Promise<Told> {
  try {
    return { asked, refused: false, text: JSON.stringify(await operation(ctx, asked)) };
  } catch (error) {
    const text = error instanceof AtlasError ? `${error.code} ${error.message} ${JSON.stringify(error.details)}` : String(error);
    return { asked, refused: true, text };
  }
}

/** What someone is told on some database who asks for everything of a neighbour and, where that changes nothing, for the own. */
export async function toldTo(own: Prepared<OperationTarget>, neighbour: Neighbour, db: Database): Promise<Told[]> {
  const { operation } = own.target;
  const told: Told[] = [];
  for (const { input, instead } of smuggledInto(own, neighbour)) {
    // What asks for the neighbour by a header only, is the own input here.
    const changesNothing = operation.kind === 'query' || (instead !== null && input !== own.input);
    if (changesNothing) told.push(await toldBy(operation, { ...own.world.ctx(), db }, input));
  }
  return told;
}

/** What of a neighbour was told. A refusal may repeat what was asked. */
export const seenIn = (told: readonly Told[], neighbour: Neighbour): string[] =>
  told.flatMap(({ asked, refused, text }) => neighbour.seenIn(text, refused ? JSON.stringify(asked) : ''));
