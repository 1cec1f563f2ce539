import { lineOf } from './log-lines.ts';

/** Where output goes: prefixed lines for what the parts say, plain text for what we say. */
export type Print = {
  /** Lines that a part wrote, prefixed with its name. */
  part(name: string, chunk: string): void;
  plain(text: string): void;
};

const colours: Readonly<Record<string, number>> = {
  start: 35,
  postgres: 34,
  redis: 31,
  api: 32,
  aws: 32,
  worker: 33,
  web: 36,
  demo: 95,
  vendors: 90,
};
const nameWidth = 8;

/** Prints to a stream, in colour when it is a terminal that wants colour. */
export function openPrint(stream: NodeJS.WriteStream): Print {
  const colourful = stream.isTTY === true && !process.env.NO_COLOR;
  const paint = (code: number, text: string) => (colourful ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    plain: (text) => {
      stream.write(text);
    },
    part: (name, chunk) => {
      const prefix = paint(colours[name] ?? 37, `${name.padEnd(nameWidth)}│`);
      for (const raw of chunk.split('\n')) {
        const line = lineOf(raw);
        if (line) stream.write(`${prefix} ${line.tone === 'bad' ? paint(31, line.text) : line.text}\n`);
      }
    },
  };
}
