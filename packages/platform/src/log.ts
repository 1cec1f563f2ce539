import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/** What every line tells of where it comes from; unset on a developer's machine. */
export type LogOrigin = Partial<Pick<Config, 'STAGE' | 'RELEASE'>>;

/** Structured logs, one JSON object a line. Bodies, cookies and keys are never passed to it; these paths are a second net. */
export function openLog(name: string, level: string, { STAGE: stage, RELEASE: release }: LogOrigin = {}): Log {
  return pino({
    name,
    level,
    base: { name, ...(stage === undefined ? {} : { stage }), ...(release === undefined ? {} : { release }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.password', '*.token', '*.secret', '*.cookie', '*.authorization', 'headers.cookie', 'headers.authorization'],
      censor: '[secret]',
    },
  });
}
