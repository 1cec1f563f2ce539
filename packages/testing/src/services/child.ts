import type { ChildProcess } from 'node:child_process';

/** A server process of ours: where it listens and how to stop it. */
export type Service = { readonly url: string; readonly pid: number; stop(): Promise<void> };

/** Resolves when the process has ended. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Asks politely, then insists: the signal, and SIGKILL after `graceMs`. */
export async function stopChild(child: ChildProcess, signal: NodeJS.Signals, graceMs = 10_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended(child);
  clearTimeout(timer);
}

/** Calls `probe` until it resolves, at most `timeoutMs`; gives up at once when the process ends. */
export async function untilReady(child: ChildProcess, probe: () => Promise<unknown>, timeoutMs = 30_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`ended with code ${child.exitCode} while starting`);
    try {
      await probe();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error('not ready in time', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
