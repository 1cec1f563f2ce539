import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process, told apart from a later one that got the same number. */
export type ProcessIdentity = { readonly pid: number; readonly startedAt: string };

/** When the process began, as the system counts it; null when it is gone. */
function beginning(pid: number): string | null {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name in parentheses, which may hold anything: state is field 3, the start 22. A zombie has ended.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** @throws Error when there is no such process */
export function identityOf(pid: number): ProcessIdentity {
  const startedAt = beginning(pid);
  if (startedAt === null) throw new Error(`there is no process ${pid}`);
  return { pid, startedAt };
}

export const isAlive = ({ pid, startedAt }: ProcessIdentity): boolean => beginning(pid) === startedAt;
