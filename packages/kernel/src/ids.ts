const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const bytes = new Uint8Array(16);

/** Random bytes in stock: drawing sixteen costs nearly as much as drawing thousands. */
const stock = new Uint8Array(4096);
let used = stock.length;

function fillRandomly(): void {
  if (used === stock.length) {
    globalThis.crypto.getRandomValues(stock);
    used = 0;
  }
  bytes.set(stock.subarray(used, used + bytes.length));
  used += bytes.length;
}

/** The millisecond and the counter of the id given last. */
let lastAt = 0;
let counter = 0;

/** Moves on to the next millisecond or count; a clock that stands still or runs back only makes us count. */
function advance(): void {
  const now = Date.now();
  if (now > lastAt) {
    lastAt = now;
    // Half of the counter's range, so that a burst within the millisecond has room above a random start.
    counter = (((bytes[6] as number) & 0x07) << 8) | (bytes[7] as number);
  } else if (counter < 0xfff) {
    counter += 1;
  } else {
    lastAt += 1;
    counter = 0;
  }
}

/**
 * A UUID version 7 (RFC 9562, method 1): 48 bits of Unix milliseconds, a 12-bit counter, then random bits. The ids of a
 * process sort in the order in which they were given, also within a millisecond, and keep B-tree inserts at the right edge.
 */
export function uuidv7(): string {
  fillRandomly();
  advance();
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(lastAt / 2 ** (8 * (5 - index))) % 256;
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  let text = '';
  for (let index = 0; index < 16; index++) {
    text += hex[bytes[index] as number];
    if (index === 3 || index === 5 || index === 7 || index === 9) text += '-';
  }
  return text;
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isUuid = (value: string): boolean => uuidShape.test(value);
