import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** Where the kernel tells about connections. */
export const onLinux = process.platform === 'linux';

/** What came back over a connection, and whether the other side ended it. */
export type Heard = { readonly text: string; readonly closed: boolean };

/** Collects what comes over a connection until the other side ends it, or the patience. */
export function hear(socket: Socket, patienceMs = 5000): Promise<Heard> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const end = (closed: boolean) => {
      clearTimeout(timer);
      resolve({ text: Buffer.concat(chunks).toString('latin1'), closed });
      socket.destroy();
    };
    const timer = setTimeout(() => end(false), patienceMs);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => end(true));
    socket.on('close', () => end(true));
  });
}

/** Says some bytes as they are, without an HTTP client that would correct them. */
export function speak(port: number, bytes: string): Promise<Heard> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes, 'latin1');
  return hear(socket);
}

/** The parts of the one answer in a text. */
export function answerIn(text: string): { status: number; head: string; body: unknown } {
  const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s);
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]);
  return { status, head, body: body.startsWith('{') ? JSON.parse(body) : body };
}

type Entry = { readonly from: string; readonly to: string };

/** Connections on loopback that a process holds an end of: without an inode an end belongs to the kernel alone. */
function heldEnds(): Entry[] {
  if (!onLinux) return [];
  const sockets = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n').slice(1);
  return sockets.flatMap((line) => {
    const [, from = '', to = '', , , , , , , inode] = line.trim().split(/\s+/);
    return inode === '0' ? [] : [{ from, to }];
  });
}

const loopback = (port: number): string => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;

/** Whether the server on a port still holds the connection that a client made from its own port. */
export const isHeld = (port: number, clientPort: number): boolean =>
  heldEnds().some(({ from, to }) => from === loopback(port) && to === loopback(clientPort));

/** How many connections the server on a port holds whose clients are gone; none where it cannot be known. */
export function abandonedOn(port: number): number {
  const ends = heldEnds();
  const clients = new Set(ends.filter(({ to }) => to === loopback(port)).map(({ from }) => from));
  return ends.filter(({ from, to }) => from === loopback(port) && to !== '00000000:0000' && !clients.has(to)).length;
}

/** Memory of a process that is really in use, in megabytes; none where it cannot be read. */
export function residentMb(pid: number): number {
  if (!onLinux) return 0;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}

/** How many files and connections a process may have open. */
export function mostOpenFiles(): number {
  const [, hard] = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  return hard === undefined || hard === 'unlimited' ? Number.MAX_SAFE_INTEGER : Number(hard);
}

/** Waits for something to become true, and answers whether it did. */
export async function becomes(condition: () => boolean | Promise<boolean>, patienceMs = 10_000): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
