import { createHmac } from 'node:crypto';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(text: string): Buffer {
  const bits = [...text.replaceAll('=', '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What an app shows now that has scanned `otpauth://…` (RFC 6238). */
export function totpCode(uri: string, now = Date.now()): string {
  const secret = base32(new URL(uri).searchParams.get('secret') ?? '');
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const mac = createHmac('sha1', secret).update(step).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

const shown = new Map<string, Set<string>>();

/** What an app shows for who needs a code that was not used yet: this half minute's, or one of those beside it. */
export function unusedCode(uri: string): string {
  const used = shown.get(uri) ?? new Set();
  shown.set(uri, used);
  const now = Date.now();
  const code = [now, now + 30_000, now - 30_000].map((at) => totpCode(uri, at)).find((each) => !used.has(each));
  if (code === undefined) throw new Error('an app shows no fourth code within half a minute');
  used.add(code);
  return code;
}
