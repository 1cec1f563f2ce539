import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.ts';
import { fingerprint, webFolder } from './sources.ts';

export const nextProgram = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
const stamp = join(webFolder, '.next', 'built-from');
const buildIdFile = join(webFolder, '.next', 'BUILD_ID');

/** How a build runs Node, in the web app's folder, and says what it does. */
export type Builder = {
  run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number>;
  say(text: string): void;
};

/** Copies what the server needs into `.next/standalone`, where a site is made from; `next start` does not mind. */
const standalone = { NEXT_PRIVATE_STANDALONE: 'true', NEXT_PRIVATE_OUTPUT_TRACE_ROOT: root, NODE_ENV: 'production' };

/** The name of the build that lies there. */
export const buildId = (): string => readFileSync(buildIdFile, 'utf8');

/** What the build that lies there was made from; null when there is none, or when something else built after us. */
function builtFrom(): string | null {
  if (!existsSync(stamp) || !existsSync(buildIdFile)) return null;
  const [from = '', id] = readFileSync(stamp, 'utf8').split(' ');
  return id === buildId() ? from : null;
}

/** Builds the web app when its sources are not those of the last build. */
export async function buildApp(builder: Builder): Promise<void> {
  const wanted = fingerprint();
  if (builtFrom() === wanted) return;
  rmSync(stamp, { force: true });
  builder.say('building, because its sources are new: this takes a minute …');
  const code = await builder.run([nextProgram, 'build'], standalone);
  if (code !== 0) throw new Error(`the web app could not be built (code ${code}): see the lines of web above`);
  writeFileSync(stamp, `${wanted} ${buildId()}`);
  builder.say('built');
}
