import { QueryString } from 'aws-cdk-lib/aws-logs';

/** Questions to the logs that operators would otherwise write at night. Fields are those of packages/platform/src/log.ts. */
export const queries = [
  {
    name: 'errors',
    queryString: new QueryString({
      fields: ['@timestamp', 'name', 'requestId', 'tenantId', 'err.message'],
      filterStatements: ['level >= 50'],
      sort: '@timestamp desc',
      limit: 100,
    }),
  },
  {
    name: 'slowest-requests',
    queryString: new QueryString({
      fields: ['@timestamp', 'method', 'path', 'status', 'durationMs', 'tenantId', 'requestId'],
      filterStatements: ['ispresent(durationMs)'],
      sort: 'durationMs desc',
      limit: 100,
    }),
  },
  {
    name: 'requests-by-tenant',
    queryString: new QueryString({
      statsStatements: ['count(*) as requests, pct(durationMs, 99) as p99 by tenantId'],
      filterStatements: ['ispresent(tenantId)'],
      sort: 'requests desc',
      limit: 50,
    }),
  },
  {
    name: 'failed-jobs',
    queryString: new QueryString({
      fields: ['@timestamp', 'job', 'messageId', 'tenantId', 'err.message'],
      filterStatements: ["msg = 'job failed'"],
      sort: '@timestamp desc',
      limit: 100,
    }),
  },
];
