import type { Module } from '../module.ts';
import { deliver, handlersOf } from './deliver.ts';
import type { JobResources } from './job-run.ts';
import type { MessageRef } from './publish-messages.ts';

/** Messages that wait for their job, oldest first; supplied by whoever may see the outbox. */
export type Waiting = () => Promise<readonly MessageRef[]>;

/**
 * Delivers what waits, in this process and one after the other, until nothing is left: for tests and for the seed, with
 * the same jobs as the worker and no Redis.
 */
export async function deliverInline(resources: JobResources, modules: readonly Module[], waiting: Waiting): Promise<void> {
  const handlers = handlersOf(modules);
  for (;;) {
    const messages = (await waiting()).filter(({ name }) => handlers.has(name));
    if (messages.length === 0) return;
    for (const message of messages) await deliver(resources, handlers, message, { lastAttempt: true, stopping: () => false });
  }
}
