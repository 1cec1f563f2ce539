import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { ended, type Server, spawnTethered, stopChild } from '@atlas/testing/services';
import { root } from '../run.ts';
import type { Print } from './print.ts';
import { type ProcessRecord, signalGroup } from './process-record.ts';

/** A process of Atlas. Parts are stopped in the opposite order of their start. */
export type Part = { readonly name: string } & Pick<Server, 'pid' | 'ended' | 'stop'>;

export type NodePart = {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Its output is shown only when it fails. */
  readonly quiet?: boolean;
};

export type Parts = {
  /** Takes in a process that runs already. */
  add(part: Part): void;
  /** Starts a Node process whose output is printed with its name. */
  startNode(spec: NodePart): void;
  /** Runs a Node process to its end. Answers its exit code. */
  runNode(spec: NodePart): Promise<number>;
  /** Resolves with the name and the end of the first part that ended by itself. */
  readonly lost: Promise<string>;
  /** Stops everything; what is started after this is refused. */
  stop(): Promise<void>;
};

const politeMs = 10_000;

/** Hands on whole lines of a stream. */
function eachLine(stream: NodeJS.ReadableStream | null, take: (line: string) => void): void {
  let begun = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (chunk: string) => {
    const lines = `${begun}${chunk}`.split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  stream?.on('end', () => {
    if (begun) take(begun);
  });
}

function open({ name, args, env, cwd = root, quiet = false }: NodePart, print: Print): ChildProcess {
  const child = spawnTethered(process.execPath, args, 'SIGTERM', { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const kept: string[] = [];
  const take = (line: string) => (quiet ? kept.push(line) : print.part(name, line));
  for (const stream of [child.stdout, child.stderr]) eachLine(stream, take);
  child.once('close', (code) => {
    if (code !== 0) for (const line of kept) print.part(name, line);
  });
  return child;
}

async function stopPart(part: Part): Promise<void> {
  await part.stop();
  // What it may have started itself.
  signalGroup(part.pid, 'SIGKILL');
}

/** Runs the parts of Atlas together: they are recorded, watched, and stopped in order. */
export function openParts(record: ProcessRecord, print: Print): Parts {
  const parts: Part[] = [];
  const passing = new Set<Part>();
  let stopping = false;
  const lost = Promise.withResolvers<string>();

  const admit = (part: Part): void => {
    if (stopping) {
      void stopPart(part);
      throw new Error('Atlas is stopping');
    }
    if (part.pid > 0) record.add(part.name, part.pid);
    part.ended.then(() => record.remove(part.name));
  };
  const add = (part: Part): void => {
    admit(part);
    parts.push(part);
    part.ended.then((how) => {
      if (!stopping) lost.resolve(`${part.name} ${how}`);
    });
  };
  const partOf = (name: string, child: ChildProcess): Part => ({
    name,
    pid: child.pid ?? 0,
    ended: ended(child),
    stop: () => stopChild(child, 'SIGTERM', politeMs),
  });

  return {
    add,
    lost: lost.promise,
    startNode: (spec) => add(partOf(spec.name, open(spec, print))),
    runNode: async (spec) => {
      const child = open(spec, print);
      const part = partOf(spec.name, child);
      admit(part);
      passing.add(part);
      // Closed, not only ended: by then all that it said has been printed.
      await once(child, 'close');
      passing.delete(part);
      return child.exitCode ?? 1;
    },
    stop: async () => {
      stopping = true;
      await Promise.all([...passing].map(stopPart));
      for (const part of parts.toReversed()) await stopPart(part);
    },
  };
}
