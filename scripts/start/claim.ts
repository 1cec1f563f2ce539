import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isAlive, type ProcessIdentity } from './process-identity.ts';

type Holder = ProcessIdentity & { readonly url: string | null };

export type Claim = {
  /** Lets a second start say where this one answers. */
  announce(url: string): void;
  release(): void;
};

/** Another Atlas works with the folder. */
export class Claimed extends Error {
  override readonly name = 'Claimed';

  constructor(folder: string, { pid, url }: Holder) {
    const where = url === null ? 'and is still starting' : `at ${url}`;
    super(
      `Atlas is already running with ${folder} (process ${pid}) ${where}. Stop it with Ctrl-C where it runs, or: kill ${pid}`,
    );
  }
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** True when the file appeared now, with its content whole: a link either succeeds or finds another's file. */
function place(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.pid}`;
  writeFileSync(draft, JSON.stringify(holder));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Takes a dead claim away. Two starts may do so at once: one that took the other's fresh claim gives it back. */
function discard(file: string, aside: string): void {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = read(aside);
  if (taken && isAlive(taken)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

/**
 * Makes this process the only one that works with the folder. A claim whose process was killed is taken over.
 *
 * @throws Claimed
 */
export function claimFolder(folder: string, pid = process.pid): Claim {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'running.json');
  const mine: Holder = { ...identityOf(pid), url: null };
  while (!place(file, mine)) {
    const holder = read(file);
    if (holder && isAlive(holder)) throw new Claimed(folder, holder);
    discard(file, `${file}.${pid}.old`);
  }
  return {
    announce: (url) => {
      writeFileSync(`${file}.${pid}`, JSON.stringify({ ...mine, url }));
      renameSync(`${file}.${pid}`, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}
