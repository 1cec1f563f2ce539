import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { demoLogin } from '../../../../prisma/seed/login.ts';
import { requireProgram } from '../services/system.ts';

declare module 'vitest' {
  interface ProvidedContext {
    atlasUrl: string;
    demoEmail: string;
    demoPassword: string;
    chromiumPath: string;
  }
}

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** What `npm start` says last. */
const summary = /Open\s+(http:\S+)[\s\S]*Sign in as\s+(\S+) \/ (.+)\n/;

async function untilReady(child: ChildProcess, said: () => string): Promise<RegExpExecArray> {
  for (;;) {
    const match = summary.exec(said());
    if (match) return match;
    if (child.exitCode !== null) throw new Error(`npm start ended while starting:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function provide(project: TestProject, chromiumPath: string, url: string, email: string, password: string): void {
  project.provide('atlasUrl', url);
  project.provide('demoEmail', email);
  project.provide('demoPassword', password);
  project.provide('chromiumPath', chromiumPath);
}

/** All of Atlas as `npm start` runs it, on free ports and data of its own, and a browser to look at it. `JOURNEY_URL` names an Atlas that runs already. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromiumPath = requireProgram(['chromium', 'chromium-browser', 'google-chrome'], 'chromium');
  const { JOURNEY_URL: runs } = process.env;
  if (runs) {
    provide(project, chromiumPath, runs, demoLogin.email, demoLogin.password);
    return async () => undefined;
  }
  const data = mkdtempSync(join(tmpdir(), 'atlas-journey-'));
  // PostgreSQL may have to run as another user, who passes through here.
  chmodSync(data, 0o755);
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts'), '--data', data], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const [, url = '', email = '', password = ''] = await untilReady(child, () => output);
    provide(project, chromiumPath, url, email, password);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
