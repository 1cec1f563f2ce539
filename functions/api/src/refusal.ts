import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { generalErrors } from '@atlas/contract';
import { AtlasError, uuidv7 } from '@atlas/kernel';
import { problemOf } from '@atlas/platform/http';
import { limits } from './limits.ts';

/** Refusals that come before there is a request. */
export type EarlyRefusal = readonly [code: keyof typeof generalErrors, detail: string];

/** The whole answer as text, for a socket that has no response to speak through. */
export function refusalText([code, detail]: EarlyRefusal): string {
  const requestId = uuidv7();
  const problem = problemOf(new AtlasError(code, detail), generalErrors, requestId);
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `Date: ${new Date().toUTCString()}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    ...(problem.status === 503 ? ['Retry-After: 5'] : []),
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/**
 * Last words on a connection. What still comes in is thrown away for a moment: closed with unread bytes, a connection is
 * reset, and the words may be lost.
 */
export function dismiss(socket: Socket, words: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(words);
  socket.resume();
  setTimeout(() => socket.destroy(), limits.lingerMs).unref();
}
