import { promisify } from 'node:util';
import { AtlasError } from '@atlas/kernel';
import { carriesBody } from '@atlas/platform/http';
import express, { type RequestHandler } from 'express';
import { limits } from './limits.ts';

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Counts on the bytes what would be dear to parse and dearer to check.
 *
 * @throws AtlasError `malformed_json` when it is nested too deep, `payload_too_large` when it holds too many values
 */
export function checkShape(json: Uint8Array): void {
  let [depth, values, inText] = [0, 0, false];
  for (let index = 0; index < json.length; index++) {
    const byte = json[index];
    if (inText) {
      if (byte === backslash) index++;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === comma) values++;
    else if (byte === openList || byte === openObject) {
      values++;
      if (++depth > limits.jsonDepth)
        throw new AtlasError('malformed_json', `The body is nested deeper than ${limits.jsonDepth} levels.`);
    } else if (byte === closeList || byte === closeObject) depth--;
  }
  if (values > limits.jsonValues)
    throw new AtlasError('payload_too_large', `The body holds more than ${limits.jsonValues} values. Send it in parts.`);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const otherCharset = /^application\/json\b.*;\s*charset\s*=\s*"?(?!utf-8\b)/i;

/** Text that is not UTF-8 would be stored with holes in it; an empty body is an empty object. */
function parse(bytes: Uint8Array): unknown {
  checkShape(bytes);
  try {
    return bytes.length === 0 ? {} : JSON.parse(utf8.decode(bytes));
  } catch (error) {
    throw new AtlasError('malformed_json', 'The body is not valid JSON in UTF-8.', {}, { cause: error });
  }
}

/** Parses JSON bodies up to a size; a body of another kind stays unread. */
export function jsonBody(mostBytes: number): RequestHandler {
  const read = promisify(express.raw({ type: 'application/json', limit: mostBytes }));
  return async (request, response, next) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (length === undefined && encoding === undefined) return next();
    if (otherCharset.test(request.headers['content-type'] ?? ''))
      throw new AtlasError('unsupported_body', 'Send the body as JSON in UTF-8.');
    await read(request, response);
    if (Buffer.isBuffer(request.body)) request.body = parse(request.body);
    next();
  };
}

/** Refuses what {@link jsonBody} left unread. */
export const onlyJson: RequestHandler = (request, _response, next) => {
  if (request.body === undefined && carriesBody(request)) throw new AtlasError('unsupported_body', 'Send the body as JSON.');
  next();
};
