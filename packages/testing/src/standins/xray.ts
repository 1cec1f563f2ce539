import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';

/** A segment or subsegment as X-Ray is told. */
export type Segment = {
  readonly name: string;
  readonly id: string;
  readonly trace_id: string;
  readonly parent_id?: string;
  readonly type?: 'subsegment';
  readonly namespace?: 'remote';
  readonly start_time: number;
  readonly end_time: number;
  readonly annotations: Readonly<Record<string, string>>;
  readonly http?: { readonly request: { readonly method: string }; readonly response: { readonly status: number } };
  readonly fault?: true;
  readonly error?: true;
  readonly cause?: { readonly exceptions: readonly { readonly type: string; readonly message?: string }[] };
};

export type XrayDaemon = {
  readonly environment: Readonly<Record<string, string>>;
  /** What has arrived. */
  readonly segments: readonly Segment[];
  /** All of it, as it came. */
  readonly text: () => string;
  close(): Promise<void>;
};

/**
 * The daemon of X-Ray on loopback: datagrams of a head and a document, each a line
 * (https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html).
 *
 * @throws for a datagram that the daemon would throw away
 */
export async function startXrayDaemon(): Promise<XrayDaemon> {
  const segments: Segment[] = [];
  const said: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (datagram) => {
    const [head = '', document = '', ...more] = String(datagram).split('\n');
    const { format, version } = JSON.parse(head);
    if (format !== 'json' || version !== 1 || more.length > 0) throw new Error(`no datagram of X-Ray: ${datagram}`);
    said.push(document);
    segments.push(JSON.parse(document) as Segment);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    environment: { AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${(socket.address() as AddressInfo).port}` },
    segments,
    text: () => said.join('\n'),
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
