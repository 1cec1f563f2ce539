import { listLockOverrides } from './list-lock-overrides.ts';
import { listLocks } from './list-locks.ts';
import { overrideLock } from './override-lock.ts';
import { setLock } from './set-lock.ts';

/** What is offered around the locks of areas. */
export const lockOperations = [listLocks, setLock, overrideLock, listLockOverrides];
