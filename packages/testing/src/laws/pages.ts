import { expect } from 'vitest';
import { everyQuery, type Input, type Law, prepared } from './scenario.ts';

type Page = { readonly items: readonly unknown[]; readonly nextCursor: string | null };

const text = (cursor: string): string => Buffer.from(cursor, 'base64url').toString();
const cursorOf = (contents: string): string => Buffer.from(contents).toString('base64url');

/** A cursor that was given out, tampered with. */
const forged = (cursor: string): string[] => [
  cursorOf(text(cursor).replace(/\d/g, 'x')),
  cursorOf([...text(cursor)].reverse().join('')),
  cursorOf('{}'),
  cursorOf(''),
  'no cursor',
];

/** A list read one by one is the list, and a cursor is only good for what it was given for. */
export const pagesToItsEnd: Law = {
  title: 'is the same list page by page, and refuses a cursor that it never gave out',
  appliesTo: (operation) => everyQuery(operation) && 'cursor' in operation.route.input.shape,
  hold: async (subject) => {
    const { world, input } = await prepared(subject);
    // A second record, where the scenario can be played twice in one workspace: a list of one has no second page.
    await subject.scenario.input(world).catch(() => undefined);
    const read = (extra: Input) => world.run(subject.operation, { ...input, ...extra }) as Promise<Page>;
    const whole = await read({ limit: 100 });
    const one: unknown[] = [];
    let page = await read({ limit: 1 });
    for (one.push(...page.items); page.nextCursor !== null; one.push(...page.items)) {
      for (const cursor of forged(page.nextCursor))
        await expect(read({ cursor }), cursor).rejects.toMatchObject({ code: 'invalid_cursor' });
      page = await read({ limit: 1, cursor: page.nextCursor });
    }
    expect(one).toEqual(whole.items);
  },
};
