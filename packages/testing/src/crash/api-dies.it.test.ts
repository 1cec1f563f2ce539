import { describe, expect, it } from 'vitest';
import { pause } from './chance.ts';
import { ordeal } from './ordeal.ts';

describe('an API that is killed in the middle of postings', () => {
  it('loses and doubles nothing', { timeout: 180_000 }, () =>
    ordeal({
      during: async ({ stage: { api }, work: { chance } }) => {
        for (let kills = 0; kills < 10; kills++) {
          await pause(chance.between(150, 900));
          await api.kill();
          await api.start();
        }
      },
      afterwards: async ({ work: { notes } }) => {
        expect(notes.interrupted, 'requests that were on their way').toBeGreaterThan(0);
      },
    }),
  );
});
