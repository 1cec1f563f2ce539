import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured logs, one JSON object a line. Bodies, cookies and keys are never passed to it; these paths are a second net. */
export function openLog(name: string, level: string): Log {
  return pino({
    name,
    level,
    base: { name },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.password', '*.token', '*.secret', '*.cookie', '*.authorization', 'headers.cookie', 'headers.authorization'],
      censor: '[secret]',
    },
  });
}
