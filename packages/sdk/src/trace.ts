const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Begins a trace (https://www.w3.org/TR/trace-context/): what the call sets off carries its id, in every log, until the last
 * job. The id begins with the second, as X-Ray wants it. Whether it is recorded is left to the API: nothing is recorded here.
 */
export function newTraceparent(): string {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  const random = hex(crypto.getRandomValues(new Uint8Array(20)));
  return `00-${seconds}${random.slice(0, 24)}-${random.slice(24)}-00`;
}
