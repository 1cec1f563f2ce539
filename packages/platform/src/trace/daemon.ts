import { createSocket } from 'node:dgram';

/** Hands a document to the daemon of X-Ray before it returns; nobody hears whether it arrived. */
export type Send = (document: string) => void;

/** https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-daemon */
const header = '{"format":"json","version":1}\n';

/**
 * Meets the daemon, at `host:port`. The socket is bound and connected here, because a datagram that still had to look for its
 * way would leave after the answer, when AWS has frozen the process.
 */
export async function connectDaemon(address: string): Promise<Send> {
  const [, host, port] = /^(.+):(\d+)$/.exec(address) ?? [];
  const socket = createSocket('udp4');
  // It does not keep a process alive, and a daemon that is away harms nobody.
  socket.unref();
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.connect(Number(port), host, () => resolve()));
  return (document) => {
    try {
      socket.send(header + document);
    } catch {
      // Its name was not found when the process began: it works without.
    }
  };
}
