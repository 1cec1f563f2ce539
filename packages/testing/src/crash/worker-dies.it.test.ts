import { describe, it } from 'vitest';
import { pause } from './chance.ts';
import { ordeal } from './ordeal.ts';

describe('a worker that is killed in the middle of its relay and its jobs', () => {
  it('leaves nothing undone and does nothing twice', { timeout: 180_000 }, () =>
    ordeal({
      during: async ({ stage: { worker }, work: { chance } }) => {
        for (let kills = 0; kills < 8; kills++) {
          // It takes most of a second to start.
          await pause(chance.between(500, 1500));
          await worker.kill();
          await worker.start();
        }
      },
    }),
  );
});
