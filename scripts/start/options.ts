import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../run.ts';

export type StartOptions = {
  /** Folder that keeps data, secrets and logs between starts. */
  readonly data: string;
  readonly web: boolean;
};

export const usage = `Usage: npm start [-- --no-web] [-- --data <folder>]
  --no-web          the API and the worker only
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
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  return { data: values.data === undefined ? join(root, '.atlas') : resolve(values.data), web: !values['no-web'] };
}
