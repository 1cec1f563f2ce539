/** A question to the logs: which lines, and what is shown of them or counted. */
export type LogQuery = {
  readonly name: string;
  readonly fields?: readonly string[];
  readonly filters: readonly string[];
  readonly stats?: string;
  readonly sort: string;
};

/**
 * Questions that operators would otherwise write at night. A test asks real lines for every field that stands here
 * (packages/testing/src/watch).
 */
export const queries: readonly LogQuery[] = [
  {
    // Everything that one click set off, from the request to the last job. Put in the id that any of its lines has.
    name: 'trace',
    fields: [
      '@timestamp',
      'name',
      'msg',
      'method',
      'path',
      'status',
      'job',
      'messageId',
      'ms',
      'requestId',
      'tenantId',
      'userId',
      'xrayTraceId',
      'err.message',
    ],
    filters: ["traceId = '00000000000000000000000000000000'"],
    sort: '@timestamp asc',
  },
  {
    // What somebody quotes who has met a failure: the request, and the jobs that follow from it.
    name: 'reference',
    fields: [
      '@timestamp',
      'name',
      'release',
      'msg',
      'method',
      'path',
      'status',
      'job',
      'tenantId',
      'traceId',
      'xrayTraceId',
      'err.message',
    ],
    filters: ["requestId = '00000000-0000-0000-0000-000000000000'"],
    sort: '@timestamp asc',
  },
  {
    name: 'errors',
    fields: ['@timestamp', 'name', 'release', 'msg', 'requestId', 'traceId', 'xrayTraceId', 'tenantId', 'err.message'],
    filters: ['level >= 50'],
    sort: '@timestamp desc',
  },
  {
    name: 'slowest-requests',
    fields: ['@timestamp', 'method', 'path', 'status', 'ms', 'tenantId', 'userId', 'requestId', 'traceId', 'xrayTraceId'],
    filters: ["msg = 'request'"],
    sort: 'ms desc',
  },
  {
    name: 'requests-by-tenant',
    stats: 'count(*) as requests, pct(ms, 99) as p99 by tenantId',
    filters: ["msg = 'request'", 'ispresent(tenantId)'],
    sort: 'requests desc',
  },
  {
    name: 'requests-by-release',
    stats: 'count(*) as requests, sum(status >= 500) as failed, pct(ms, 99) as p99 by release',
    filters: ["msg = 'request'"],
    sort: 'requests desc',
  },
  {
    name: 'failed-jobs',
    fields: ['@timestamp', 'job', 'messageId', 'tenantId', 'requestId', 'traceId', 'err.message'],
    filters: ["msg = 'job failed'"],
    sort: '@timestamp desc',
  },
  {
    name: 'slowest-jobs',
    fields: ['@timestamp', 'job', 'ms', 'waitedMs', 'tenantId', 'messageId', 'traceId'],
    filters: ["msg = 'job done'"],
    sort: 'ms desc',
  },
  {
    name: 'jobs-by-tenant',
    stats: 'count(*) as jobs, sum(ms) as worked, max(waitedMs) as waited by tenantId',
    filters: ["msg = 'job done'"],
    sort: 'worked desc',
  },
];
