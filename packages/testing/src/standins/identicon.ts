import { crc32, deflateSync } from 'node:zlib';

const cells = 5;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Two colours, one byte a pixel: palette 0 is the ground, 1 the figure. */
function png(size: number, colours: Buffer, pixels: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Eight bits by a palette.
  head.set([8, 3, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', head), chunk('PLTE', colours), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

/** A picture that everyone with this hash has, and hardly anyone else: five by five, the left half mirrored. */
export function identicon(hash: string, size: number): Buffer {
  const bytes = Buffer.from(hash, 'hex');
  const filled = (row: number, column: number): number => (bytes[row * 3 + Math.min(column, cells - 1 - column)] ?? 0) & 1;
  const figure = [bytes[20] ?? 0, bytes[21] ?? 0, bytes[22] ?? 0].map((each) => each >> 1);
  const rows = Array.from({ length: size }, (_, y) =>
    // Each line begins with its filter: none.
    Buffer.from([
      0,
      ...Array.from({ length: size }, (_, x) => filled(Math.floor((y * cells) / size), Math.floor((x * cells) / size))),
    ]),
  );
  return png(size, Buffer.from([0xf0, 0xf0, 0xf0, ...figure]), Buffer.concat(rows));
}
