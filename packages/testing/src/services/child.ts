import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { findProgram } from './system.ts';

/** A server process of ours: where it listens, when it ends and how to stop it. */
export type Server = {
  readonly url: string;
  readonly pid: number;
  /** Resolves when the process has ended, asked or not, with how it ended. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts a process in a process group of its own, so that a Ctrl-C in the terminal reaches only us and we stop it in
 * order. Where the system can (Linux), the process gets `signal` from the kernel should we be killed without notice.
 */
export function spawnTethered(
  program: string,
  args: readonly string[],
  signal: NodeJS.Signals,
  options: SpawnOptions,
): ChildProcess {
  const tether = process.platform === 'linux' ? findProgram('setpriv') : null;
  const command = tether ? [tether, '--pdeathsig', signal.replace('SIG', ''), '--', program, ...args] : [program, ...args];
  const [first = program, ...rest] = command;
  return spawn(first, rest, { detached: true, ...options });
}

const howItEnded = (child: ChildProcess): string | null => {
  if (child.signalCode !== null) return `ended by ${child.signalCode}`;
  return child.exitCode === null ? null : `ended with code ${child.exitCode}`;
};

/** Resolves when the process has ended, or could not start, with how. */
export function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    const already = howItEnded(child);
    if (already) resolve(already);
    child.once('exit', () => resolve(howItEnded(child) ?? 'ended'));
    child.once('error', (error) => resolve(`could not start: ${error.message}`));
  });
}

/** Asks politely, then insists: the signal, and SIGKILL for its whole process group after `graceMs`. */
export async function stopChild(child: ChildProcess, signal: NodeJS.Signals, graceMs = 10_000): Promise<void> {
  if (child.pid === undefined || howItEnded(child)) return;
  const group = -child.pid;
  child.kill(signal);
  const timer = setTimeout(() => {
    try {
      process.kill(group, 'SIGKILL');
    } catch {
      // it ended meanwhile
    }
  }, graceMs);
  await ended(child);
  clearTimeout(timer);
}

/** Thrown by a probe that knows that waiting is pointless. */
export class Hopeless extends Error {
  override readonly name = 'Hopeless';
}

/** Calls `probe` until it resolves, at most `timeoutMs`; gives up at once when the process ends or the probe is hopeless. */
export async function untilReady(child: ChildProcess, probe: () => Promise<unknown>, timeoutMs = 30_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const end = howItEnded(child);
    if (end) throw new Error(`${end} while starting`);
    try {
      await probe();
      return;
    } catch (error) {
      if (error instanceof Hopeless) throw error;
      if (Date.now() > deadline) throw new Error('not ready in time', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
