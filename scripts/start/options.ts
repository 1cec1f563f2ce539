import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../run.ts';

export type StartOptions = {
  /** Folder that keeps data, secrets and logs between starts. */
  readonly data: string;
  readonly web: boolean;
  /** Runs what is deployed, as AWS runs it, in place of the sources. */
  readonly artifacts: boolean;
};

export const usage = `Usage: npm start [-- --no-web] [-- --artifacts] [-- --data <folder>]
  --no-web          the API and the worker only
  --artifacts       what is deployed: the functions of API and web app as AWS runs them, and the worker's bundle
  --data <folder>   where data, secrets and logs are kept (.atlas in the checkout)
  DATABASE_URL      an administrator of a PostgreSQL 17 to use instead of the embedded one
  CAPTCHA=1         who signs up has to be seen to be a person, by a stand-in for Turnstile
  REDIS_URL         a Redis or Valkey to use instead of one of our own
`;

/** @throws TypeError for an argument that does not exist */
export function readOptions(args: readonly string[]): StartOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'no-web': { type: 'boolean', default: false },
      artifacts: { type: 'boolean', default: false },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const data = values.data === undefined ? join(root, '.atlas') : resolve(values.data);
  return { data, web: !values['no-web'], artifacts: values.artifacts };
}
