import { statSync, writeFileSync } from 'node:fs';
import type { Log } from '@atlas/platform';

const everyMs = 5000;
/** The relay goes round once a second, whoever is away. When it has not for so long, it is stuck, and a restart helps. */
const staleMs = 60_000;

/** Tells by the age of a file that the worker goes on; without a file nobody asks. */
export function openHeartbeat(file: string | undefined, log: Log): () => void {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (file === undefined || performance.now() - last < everyMs) return;
    last = performance.now();
    try {
      writeFileSync(file, '');
    } catch (error) {
      log.warn({ err: error }, 'the heartbeat cannot be written');
    }
  };
}

/** Whether the worker that beats in this file goes on. That PostgreSQL or Redis is away is none of its faults: a restart would not help. */
export function isBeating(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs < staleMs;
  } catch {
    return false;
  }
}
