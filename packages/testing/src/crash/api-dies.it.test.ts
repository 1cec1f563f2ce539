import { describe, expect, it } from 'vitest';
import { pause } from './chance.ts';
import { ordeal } from './ordeal.ts';

describe('an API that is killed in the middle of postings', () => {
  it('loses and doubles nothing', { timeout: 180_000 }, () =>
    ordeal({
      during: async ({ stage: { api }, work: { chance, acknowledged } }) => {
        for (let kills = 0; kills < 10; kills++) {
          // However slow the machine is, the API gets to something between two deaths.
          const before = acknowledged.length;
          await expect.poll(() => acknowledged.length, { timeout: 20_000, interval: 20 }).toBeGreaterThan(before);
          await pause(chance.between(0, 600));
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
