import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A line of a log. */
export type Line = Readonly<Record<string, unknown>> & { readonly msg: string; readonly level: number; readonly time: string };

/** Keeps every line that a program logs from now on. */
export function linesOf(child: ChildProcess): Line[] {
  const lines: Line[] = [];
  child.stderr?.pipe(process.stderr);
  if (child.stdout) createInterface(child.stdout).on('line', (text) => lines.push(JSON.parse(text) as Line));
  return lines;
}

/** Whether a line has a field by the name that CloudWatch gives it: `err.message` is a member of a member. */
export const hasField = (line: Line, name: string): boolean =>
  name.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], line) !== undefined;

/** Waits for something, also where no test runs yet. */
export async function until(what: string, condition: () => unknown): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${what} did not happen`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
