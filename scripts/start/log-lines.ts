import { stripVTControlCharacters } from 'node:util';

export type LogLine = { readonly text: string; readonly tone: 'plain' | 'bad' };

/** What every line carries, and what a person does not need on each. */
const unsaid = new Set(['level', 'time', 'name', 'msg', 'err', 'pid', 'hostname', 'requestId', 'tenantId', 'userId']);
const request = new Set(['method', 'path', 'status', 'ms']);
const errorLevel = 50;

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined'));

/** The remaining fields of a record as `name=value`. */
const rest = (record: Record<string, unknown>, also: ReadonlySet<string>): string =>
  Object.entries(record)
    .filter(([key]) => !unsaid.has(key) && !also.has(key))
    .map(([key, value]) => ` ${key}=${text(value)}`)
    .join('');

function requestLine(record: Record<string, unknown>): LogLine | null {
  const { method, path, status, ms, requestId } = record;
  const bad = Number(status) >= 500;
  if (text(path).startsWith('/health') && !bad) return null;
  const id = bad ? ` request=${text(requestId)}` : '';
  return {
    text: `${text(method)} ${text(path)} ${text(status)} ${text(ms)} ms${rest(record, request)}${id}`,
    tone: bad ? 'bad' : 'plain',
  };
}

function recordLine(record: Record<string, unknown>): LogLine | null {
  if (record.msg === 'request' && record.method !== undefined) return requestLine(record);
  const tone = Number(record.level) >= errorLevel ? 'bad' : 'plain';
  const error = record.err as { stack?: unknown; message?: unknown } | undefined;
  const trace = error ? `\n${text(error.stack ?? error.message)}` : '';
  return { text: `${text(record.msg ?? '')}${rest(record, new Set())}${trace}`, tone };
}

/** A line of a part's output as a person reads it: structured records shortened, other text as it is, nothing for blanks. */
export function lineOf(raw: string): LogLine | null {
  const line = stripVTControlCharacters(raw).trimEnd();
  if (!line.trim()) return null;
  if (line.startsWith('{')) {
    try {
      return recordLine(JSON.parse(line) as Record<string, unknown>);
    } catch {
      // not a record after all
    }
  }
  return { text: line, tone: 'plain' };
}
