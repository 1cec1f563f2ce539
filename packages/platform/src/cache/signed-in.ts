import { Socket } from 'node:net';
import { connect } from 'node:tls';
import { AbstractConnector, type RedisOptions } from 'ioredis';
import { cacheToken } from './iam-token.ts';

/** What the client is told, in its own shapes of answers. */
export type ClientOptions = Omit<RedisOptions, 'replyMapping'>;

/**
 * How ElastiCache is signed in to with tokens of IAM: encrypted, and with a token that is good at that moment for each connection, the
 * first, those after a loss, and those that a client's copies make. The user has the name of the group of nodes.
 *
 * @param url `rediss://<group>@<host>:<port>`, without a password
 */
export function signedIn(url: string): ClientOptions {
  const { hostname: host, port, username } = new URL(url);
  const group = decodeURIComponent(username);
  let token = '';

  class Connector extends AbstractConnector {
    constructor(options: unknown) {
      super((options as RedisOptions).disconnectTimeout ?? 2000);
    }

    async connect(): Promise<Socket> {
      this.connecting = true;
      try {
        token = await cacheToken({ group, user: group });
      } catch (error) {
        // As a server that cannot be reached: the client tries again, where it would give up on an error of ours.
        this.firstError = error as Error;
        return new Socket().destroy();
      }
      if (!this.connecting) throw new Error('the connection was closed before it was made');
      this.stream = connect({ host, port: Number(port || 6379) });
      this.stream.once('error', (error: Error) => {
        this.firstError = error;
      });
      return this.stream as Socket;
    }
  }

  // The client asks what the password is when it shows it, after its connector has made the connection.
  const password = { toString: () => token } as unknown as string;
  return { host, port: Number(port || 6379), username: group, password, tls: {}, Connector };
}
