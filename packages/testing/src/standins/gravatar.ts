import { createServer } from 'node:http';
import { identicon } from './identicon.ts';
import { listen, type RunningStandIn, type StandIn } from './standin.ts';

export type GravatarStandIn = RunningStandIn & {
  readonly environment: Readonly<Record<string, string>>;
  /** How often it was asked. */
  asked(): number;
};

const environmentAt = (url: string) => ({ GRAVATAR_URL: url });

/** Who has a picture: about half of all people, as the hash of their address has it. */
export const hasPicture = (hash: string): boolean => Number.parseInt(hash.charAt(0), 16) % 2 === 0;

const redirected = (name: string | null): boolean => name?.startsWith('http') ?? false;

/** Gravatar on loopback: `/avatar/{sha256}?d=404&s=96` (https://docs.gravatar.com/api/avatars/images/). */
export async function startGravatar(port = 0): Promise<GravatarStandIn> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gravatar');
    const [, hash] = /^\/avatar\/([0-9a-f]{64})$/.exec(pathname) ?? [];
    const otherwise = searchParams.get('d');
    const size = Math.min(Math.max(Number(searchParams.get('s') ?? 80), 1), 2048);
    if (hash && (hasPicture(hash) || otherwise === 'identicon'))
      response.writeHead(200, { 'content-type': 'image/png', 'cache-control': 'max-age=300' }).end(identicon(hash, size));
    else if (hash && redirected(otherwise)) response.writeHead(302, { location: otherwise ?? '' }).end();
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('404 Not Found');
  });
  const running = await listen(server, port);
  return { ...running, environment: environmentAt(running.url), asked: () => asked };
}

export const gravatar: StandIn = { name: 'gravatar', environmentAt, start: startGravatar };
