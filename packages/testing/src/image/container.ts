import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, spawnTethered } from '../services/child.ts';
import { environmentOn, type Ground } from '../services/program.ts';
import { findProgram, isRoot } from '../services/system.ts';
import { type Image, workerImage } from './dockerfile.ts';

const script = join(import.meta.dirname, 'container.sh');
const filesInside = '/files';
const path = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };

/** Whoever may make mount namespaces: root does, and others in CI ask sudo, which hands their environment on. */
const asRoot = (): string[] => (isRoot() ? [] : [findProgram('sudo') ?? 'sudo', '-n', '-E']);

const pairs = (entries: readonly (readonly [string, string])[]): string => entries.map(([a, b]) => `${a}=${b}`).join(',');

function argumentsFor(image: Image, root: string, storageFolder: string): string[] {
  const { user, workdir, copies, volumes, command } = image;
  const mounted = [pairs(copies.map(({ from, to }) => [from, to])), volumes.join(','), pairs([[storageFolder, filesInside]])];
  return [root, process.execPath, String(user.uid), String(user.gid), workdir, ...mounted, ...command];
}

/**
 * Starts the worker as its image says, in a root that holds what the image would and is read-only, as the image's user.
 * The process is the container's first: its signals are the program's.
 */
export function startContainer(ground: Ground, more: Readonly<Record<string, string>> = {}): ChildProcess {
  const image = workerImage();
  const root = mkdtempSync(join(tmpdir(), 'atlas-container-'));
  // The files of this run are those of whoever runs it.
  chmodSync(ground.storageFolder, 0o777);
  const [program = 'unshare', ...rest] = [...asRoot(), findProgram('unshare') ?? 'unshare'];
  const made = ['--mount', 'sh', script, ...argumentsFor(image, root, ground.storageFolder)];
  const child = spawnTethered(program, [...rest, ...made], 'SIGKILL', {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...path, ...environmentOn({ ...ground, storageFolder: filesInside }), ...image.environment, ...more },
  });
  void ended(child).then(() => rmdirSync(root));
  return child;
}

/** Runs a command in a container, as its user and with its environment, as the health check is. @returns its exit code */
export async function execIn(container: ChildProcess, command: readonly string[]): Promise<string> {
  const { user, workdir, environment } = workerImage();
  const inside = ['--target', String(container.pid), '--mount', '--root', 'setpriv', '--reuid', String(user.uid)];
  const dropped = ['--regid', String(user.gid), '--clear-groups', 'env', `--chdir=${workdir}`, ...command];
  const [program = 'nsenter', ...rest] = [...asRoot(), findProgram('nsenter') ?? 'nsenter'];
  return ended(spawn(program, [...rest, ...inside, ...dropped], { stdio: 'ignore', env: { ...path, ...environment } }));
}
