import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.ts';

type Recorded = ProcessIdentity & { readonly name: string };

/** Which processes run, written down for the case that we are killed without notice. */
export type ProcessRecord = {
  add(name: string, pid: number): void;
  remove(name: string): void;
  /** Ends processes that an Atlas which was killed left behind. Answers their names. */
  endStrays(): Promise<string[]>;
};

const politeMs = 10_000;

/** Signals a process and what it started; harmless when it has just ended. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // it has just ended
  }
}

async function endStray(stray: Recorded): Promise<void> {
  // SIGINT asks PostgreSQL to end its sessions and stop; to the others it is as good as SIGTERM.
  signalGroup(stray.pid, 'SIGINT');
  const deadline = Date.now() + politeMs;
  while (isAlive(stray) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  if (isAlive(stray)) signalGroup(stray.pid, 'SIGKILL');
}

function read(file: string): Recorded[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Recorded[];
  } catch {
    return [];
  }
}

export function processRecord(folder: string): ProcessRecord {
  const file = join(folder, 'processes.json');
  const recorded = new Map<string, Recorded>();
  const save = () => {
    if (recorded.size === 0) rmSync(file, { force: true });
    else writeFileSync(file, JSON.stringify([...recorded.values()], null, 2));
  };
  return {
    add: (name, pid) => {
      recorded.set(name, { name, ...identityOf(pid) });
      save();
    },
    remove: (name) => {
      recorded.delete(name);
      save();
    },
    endStrays: async () => {
      const strays = read(file).filter(isAlive).reverse();
      for (const stray of strays) await endStray(stray);
      return strays.map(({ name }) => name);
    },
  };
}
