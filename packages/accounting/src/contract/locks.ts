import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id, instant, line, version } = schemas;

export const postingAreas = ['sales', 'purchases', 'bank', 'payroll', 'assets', 'general'] as const;
export const postingArea = z.enum(postingAreas);

export const areaLock = z
  .object({
    area: postingArea,
    lockedThrough: date.nullable().meta({ description: 'The last day that takes no postings of this area any more' }),
    version,
  })
  .meta({ id: 'AreaLock' });

export const lockException = z
  .object({ id, area: postingArea, grantedTo: id, reason: line(200), createdAt: instant, expiresAt: instant })
  .meta({ id: 'LockException', description: 'Lets one person post into a locked area for a while' });

const locks = z.object({ items: z.array(areaLock), exceptions: z.array(lockException) });

export const listLocks = route({
  name: 'accounting.lock.list',
  method: 'GET',
  path: '/area-locks',
  summary: 'List the locks of all areas, and the exceptions that hold at this moment',
  input: z.object({}),
  output: locks,
  errors: [],
});

export const setLock = route({
  name: 'accounting.lock.set',
  method: 'POST',
  path: '/area-locks',
  summary: 'Lock one area, or all of them, through a day, or open it again',
  input: z.object({ area: z.enum([...postingAreas, 'all']), lockedThrough: date.nullable() }),
  output: locks,
  errors: ['accounting.not_set_up'],
  status: 200,
});

export const overrideLock = route({
  name: 'accounting.lock.override',
  method: 'POST',
  path: '/area-locks/{area}/exceptions',
  summary: 'Let oneself post into a locked area for a while: each such posting leaves a trace',
  input: z.object({ area: postingArea, reason: line(200), minutes: z.int().min(1).max(1440).default(60) }),
  output: lockException,
  errors: [],
  status: 201,
});

export const lockOverride = z
  .object({
    entryId: id,
    number: z.string(),
    date,
    description: z.string(),
    area: postingArea,
    lockedThrough: date,
    postedBy: id.nullable(),
    postedAt: instant,
    reason: z.string(),
  })
  .meta({ id: 'LockOverride', description: 'An entry that was posted into a locked area' });

export const listLockOverrides = route({
  name: 'accounting.lock_override.list',
  method: 'GET',
  path: '/lock-overrides',
  summary: 'List what was posted into locked areas, newest first',
  input: pageInput,
  output: page(lockOverride),
  errors: ['invalid_cursor'],
});
