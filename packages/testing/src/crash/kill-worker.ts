import { pause } from './chance.ts';
import type { Deeds } from './ordeal.ts';

/** Kills the worker in the middle of its relay and its jobs, so many times. */
export const killWorkerAgain = (times: number): Deeds => ({
  during: async ({ stage: { worker }, work: { chance } }) => {
    for (let kills = 0; kills < times; kills++) {
      // It takes most of a second to start.
      await pause(chance.between(500, 1500));
      await worker.kill();
      await worker.start();
    }
  },
});
