import type { z } from 'zod';

/** A fact in the past tense, `module.aggregate.verbed`, that integrators and other modules may rely on. */
export type EventSpec<N extends string = string, P extends z.ZodObject = z.ZodObject> = {
  readonly name: N;
  readonly summary: string;
  readonly payload: P;
};

export const event = <const N extends string, P extends z.ZodObject>(spec: EventSpec<N, P>): EventSpec<N, P> => spec;

export type Payload<E extends EventSpec> = z.output<E['payload']>;
