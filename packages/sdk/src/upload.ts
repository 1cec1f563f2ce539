import { NetworkError } from './failures.ts';
import type { Bytes } from './request.ts';
import { problemOf, type SendOptions, type Transport } from './transport.ts';

/** Where the bytes of an upload are expected, and how: the answer of the operation that begins one. */
export type UploadTarget = {
  readonly id: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * Sends bytes to where they are expected: to the API, or to a bucket, which is told nothing of who sends them. The address is
 * the credential, and headers that nobody asked for would be refused.
 *
 * @throws ProblemError the bytes were refused
 * @throws NetworkError they did not arrive
 */
export async function sendBytes(
  { baseUrl, fetch }: Transport,
  { url, method, headers }: UploadTarget,
  content: Bytes,
  { signal }: Pick<SendOptions, 'signal'> = {},
): Promise<void> {
  const address = URL.canParse(url) ? url : `${baseUrl}${url}`;
  const init = { method, headers, body: content, credentials: 'omit', ...(signal && { signal }) } as const;
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, init);
    text = await response.text();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new NetworkError('the bytes did not arrive', { cause });
  }
  if (!response.ok) throw problemOf(response, text);
}
