import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { TestProject } from 'vitest/node';
import { demoLogin } from '../../../../prisma/seed/login.ts';
import { requireProgram } from '../services/system.ts';

declare module 'vitest' {
  interface ProvidedContext {
    atlasUrl: string;
    demoEmail: string;
    demoPassword: string;
    chromiumPath: string;
    /** What the Atlas that is looked at is configured with; nothing where that is not known. */
    atlasEnvironment: Record<string, string | undefined>;
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

/** The environment that `npm start` keeps in its folder while it runs. */
const environmentIn = (data: string) => parseEnv(readFileSync(join(data, 'environment'), 'utf8'));

function provide(project: TestProject, chromiumPath: string, url: string, email: string, password: string): void {
  project.provide('atlasUrl', url);
  project.provide('demoEmail', email);
  project.provide('demoPassword', password);
  project.provide('chromiumPath', chromiumPath);
}

/** All of Atlas as it is deployed or, with `JOURNEY_SOURCES`, as `npm start` runs it, on free ports and data of its own, and a browser to look at it. `JOURNEY_URL` names an Atlas that runs already, `JOURNEY_DATA` its folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Without the frame of a browser that nobody sees, pages open in two thirds of the time.
  const programs = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
  const chromiumPath = requireProgram(programs, 'chromium-headless-shell');
  const { JOURNEY_URL: runs, JOURNEY_DATA: folder } = process.env;
  if (runs) {
    project.provide('atlasEnvironment', folder ? environmentIn(folder) : {});
    provide(project, chromiumPath, runs, demoLogin.email, demoLogin.password);
    return async () => undefined;
  }
  const data = mkdtempSync(join(tmpdir(), 'atlas-journey-'));
  // PostgreSQL may have to run as another user, who passes through here.
  chmodSync(data, 0o755);
  const way = process.env.JOURNEY_SOURCES ? [] : ['--artifacts'];
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.ts'), ...way, '--data', data], {
    cwd: root,
    env: { ...process.env, CAPTCHA: '1', S3: '1' },
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
    project.provide('atlasEnvironment', environmentIn(data));
    provide(project, chromiumPath, url, email, password);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
