import { describe, it } from 'vitest';
import { killWorkerAgain } from './kill-worker.ts';
import { ordeal } from './ordeal.ts';

describe('a worker that is killed in the middle of its relay and its jobs', () => {
  it('leaves nothing undone and does nothing twice', { timeout: 180_000 }, () => ordeal(killWorkerAgain(8)));
});
