import type { Builder } from '../web/app.ts';
import { webFolder } from '../web/sources.ts';
import type { Parts } from './parts.ts';
import type { Print } from './print.ts';

/** Where programs answer, and what they are told. */
export type Programs = {
  readonly apiPort: number;
  /** Null for the API and the worker alone. */
  readonly webPort: number | null;
  /** Settings of the API and the worker. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where mail is shown; null when it is sent. */
  readonly mailUrl: string | null;
};

/** What runs of the worker, the API and the web app: their sources, or what is made of them to be deployed. */
export type Way = {
  /** Where people reach the API, and what of it answers when all is well. */
  apiOf(ports: Pick<Programs, 'apiPort' | 'webPort'>): { readonly url: string; readonly probe: string };
  build(parts: Parts, print: Print, web: boolean): Promise<void>;
  /** Starts the worker and the API; `built` resolves when the build has ended. */
  startPrograms(parts: Parts, programs: Programs, built: Promise<void>): Promise<void>;
  /** Starts the web app, which is built, where it is a program of its own. */
  startWeb(parts: Parts, programs: Programs): void;
};

/** Builds as a part of the start, whose output is shown when it fails. */
export const builderOf = (parts: Parts, print: Print): Builder => ({
  run: (args, env) => {
    const all = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env };
    return parts.runNode({ name: 'web', args, env: all, cwd: webFolder, quiet: true });
  },
  say: (text) => print.part('web', text),
});
