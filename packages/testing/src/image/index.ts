import type { ChildProcess } from 'node:child_process';
import { inject } from 'vitest';
import { type Ground, spawnProgram } from '../services/program.ts';
import { startContainer } from './container.ts';

/** A worker: as its image says where tests run what is built, else from its source. */
export const spawnWorker = (ground: Ground, more: Readonly<Record<string, string>> = {}): ChildProcess =>
  inject('apiRunsAs') === 'lambda' ? startContainer(ground, more) : spawnProgram('worker', ground, more);
