import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';
import { valkeyAccess } from '../../../../stacks/foundation/valkey-access.ts';
import { certificateFor } from '../services/certificate.ts';
import { startRedis } from '../services/redis.ts';
import { signatureOf } from './signature.ts';

/** Who may sign in, as AWS knows them. */
export const awsKeys = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'NOBODY', AWS_SECRET_ACCESS_KEY: 'secret of nobody' };

/** As much of ElastiCache as signs in with IAM: Redis behind a door that believes signatures, over TLS, on loopback. */
export type ElastiCache = {
  /** `rediss://<group>@<host>:<port>`: the user has the name of the group. */
  readonly url: string;
  /** File of the authority that signed its certificate. */
  readonly authority: string;
  /** Tokens of who was let in, and those of who was not. */
  readonly taken: string[];
  readonly refused: string[];
  /** Ends every connection, as each is after twelve hours. */
  endAll(): void;
  close(): Promise<void>;
};

const inside = 'what Redis itself is shown';

/** The parts of one command as clients write it, and what follows it; undefined while it is not whole. */
function commandIn(bytes: Buffer): { readonly parts: string[]; readonly rest: Buffer } | undefined {
  let at = 0;
  const line = (): number => {
    const end = bytes.indexOf('\r\n', at);
    const value = end < 0 ? Number.NaN : Number(bytes.toString('latin1', at + 1, end));
    at = end + 2;
    return value;
  };
  const count = line();
  const parts: string[] = [];
  while (parts.length < count) {
    const length = line();
    if (Number.isNaN(length) || bytes.length < at + length + 2) return undefined;
    parts.push(bytes.toString('utf8', at, at + length));
    at += length + 2;
  }
  return Number.isNaN(count) ? undefined : { parts, rest: bytes.subarray(at) };
}

const written = (parts: readonly string[]): string =>
  [`*${parts.length}`, ...parts.flatMap((part) => [`$${Buffer.byteLength(part)}`, part]), ''].join('\r\n');

/** Whether a token was signed for this group and user, and so lately that it is good. */
function isGood(token: string, group: string, user: string): boolean {
  if (!token.startsWith(`${group}/?`)) return false;
  const url = new URL(`http://${token}`);
  const said = (name: string): string => url.searchParams.get(name) ?? '';
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(said('X-Amz-Date')) ?? [];
  const signed = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return (
    said('Action') === 'connect' &&
    said('User') === user &&
    user === group &&
    said('X-Amz-Credential').endsWith(`/${awsKeys.AWS_REGION}/elasticache/aws4_request`) &&
    Number(said('X-Amz-Expires')) <= 900 &&
    Math.abs(Date.now() - signed) < Number(said('X-Amz-Expires')) * 1000 &&
    said('X-Amz-Signature') === signatureOf(url, awsKeys.AWS_SECRET_ACCESS_KEY)
  );
}

/** Starts a group with one user, who may do what the foundation lets programs do. */
export async function startElastiCache(group: string): Promise<ElastiCache> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-elasticache-'));
  const { authority, certificate, key } = certificateFor(folder);
  const redis = await startRedis({ folder, durable: false });
  const port = Number(new URL(redis.url).port);
  const open = new Set<TLSSocket>();
  const [taken, refused]: [string[], string[]] = [[], []];

  const letIn = (client: TLSSocket, first: Buffer): void => {
    const server = connect(port, '127.0.0.1');
    server.write(first);
    client.pipe(server).pipe(client);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
  };
  const door = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (client) => {
    open.add(client);
    client.on('error', () => undefined).on('close', () => open.delete(client));
    let bytes = Buffer.alloc(0);
    const listen = (chunk: Buffer): void => {
      bytes = Buffer.concat([bytes, chunk]);
      const command = commandIn(bytes);
      if (!command) return;
      client.off('data', listen);
      // HELLO 3 AUTH <user> <password>: with it every connection begins.
      const [user = '', token = ''] = command.parts.slice(-2);
      const isLetIn = command.parts[0]?.toLowerCase() === 'hello' && isGood(token, group, user);
      (isLetIn ? taken : refused).push(token);
      if (isLetIn) letIn(client, Buffer.concat([Buffer.from(written([...command.parts.slice(0, -1), inside])), command.rest]));
      else client.end('-WRONGPASS invalid username-password pair or user is disabled.\r\n');
    };
    client.on('data', listen);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  await setUser(port, ['ACL', 'SETUSER', group, ...valkeyAccess.split(' '), `>${inside}`]);
  return {
    url: `rediss://${group}@127.0.0.1:${(door.address() as AddressInfo).port}`,
    authority,
    taken,
    refused,
    endAll: () => {
      for (const client of open) client.destroy();
    },
    close: async () => {
      for (const client of open) client.destroy();
      door.close();
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes the user, and lets nobody else in. */
async function setUser(port: number, command: readonly string[]): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.write(written(command) + written(['ACL', 'SETUSER', 'default', 'off']));
  let said = '';
  while (said.split('\r\n').length < 3) said += String((await once(socket, 'data'))[0]);
  socket.destroy();
  if (said !== '+OK\r\n+OK\r\n') throw new Error(said);
}
