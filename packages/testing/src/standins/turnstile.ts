import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { listen, type RunningStandIn, type StandIn } from './standin.ts';
import { widgetPage, widgetScript } from './turnstile-widget.ts';

/** Cloudflare's dummy keys: https://developers.cloudflare.com/turnstile/troubleshooting/testing */
export const turnstileSecrets = {
  passes: '1x0000000000000000000000000000000AA',
  fails: '2x0000000000000000000000000000000AA',
  spent: '3x0000000000000000000000000000000AA',
} as const;

const siteKey = '0x4AAAAAAAAAAAAAAstand-in';
const secretKey = '0x4AAAAAAAAAAAAAAsecret-of-the-stand-in';
const validMs = 300_000;

export type TurnstileStandIn = RunningStandIn & {
  readonly environment: Readonly<Record<string, string>>;
  /** A token of a person who was seen. It is good once, for five minutes. */
  token(): string;
};

type Verdict = { readonly success: boolean; readonly [more: string]: unknown };

const refused = (code: string): Verdict => ({ success: false, 'error-codes': [code], messages: [] });
const seen = (at = Date.now()): Verdict => ({
  success: true,
  'error-codes': [],
  challenge_ts: new Date(at).toISOString(),
  hostname: 'localhost',
  action: '',
  cdata: '',
});

/** Fields of JSON or of a form, as siteverify takes both. */
async function fieldsOf(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const body = await readText(request);
  const kind = request.headers['content-type'] ?? '';
  try {
    if (kind.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body));
    return kind.startsWith('application/json') ? JSON.parse(body) : null;
  } catch {
    return null;
  }
}

/** Tokens that were given out, each until it is spent. */
function openTokens() {
  const issued = new Map<string, number>();
  const spent = new Set<string>();
  const issue = (): string => {
    const token = `0.${randomBytes(48).toString('base64url')}`;
    issued.set(token, Date.now());
    return token;
  };
  const spend = (token: string): Verdict => {
    const at = issued.get(token);
    if (spent.has(token) || (at !== undefined && Date.now() - at > validMs)) return refused('timeout-or-duplicate');
    if (at === undefined) return refused('invalid-input-response');
    spent.add(token);
    return seen(at);
  };
  return { issue, spend };
}

function verdictOn(fields: Record<string, unknown> | null, spend: (token: string) => Verdict): Verdict {
  if (fields === null) return refused('bad-request');
  const { secret, response } = fields;
  if (typeof secret !== 'string' || secret === '') return refused('missing-input-secret');
  if (typeof response !== 'string' || response === '') return refused('missing-input-response');
  if (secret === turnstileSecrets.passes) return seen();
  if (secret === turnstileSecrets.fails) return refused('invalid-input-response');
  if (secret === turnstileSecrets.spent) return refused('timeout-or-duplicate');
  return secret === secretKey ? spend(response) : refused('invalid-input-secret');
}

const environmentAt = (url: string) => ({
  TURNSTILE_URL: `${url}/turnstile/v0/siteverify`,
  TURNSTILE_SCRIPT: `${url}/turnstile/v0/api.js`,
  TURNSTILE_SITE_KEY: siteKey,
  TURNSTILE_SECRET_KEY: secretKey,
});

type Reply = { readonly status: number; readonly kind: string; readonly text: string };

const json = (value: unknown, status = 200): Reply => ({ status, kind: 'application/json', text: JSON.stringify(value) });
const file = (kind: string, text: string): Reply => ({ status: 200, kind: `${kind}; charset=utf-8`, text });

/** What the frame of the widget is told: a person was seen, unless the site is not known here. */
const challengeOf = (query: URLSearchParams, issue: () => string): Reply =>
  json(query.get('sitekey') === siteKey ? { token: issue() } : { error: '400020' });

/** Cloudflare's widget and its siteverify on loopback: with dummy secrets as documented, with its own as in production. */
export async function startTurnstile(port = 0): Promise<TurnstileStandIn> {
  const tokens = openTokens();
  const replyTo = async (request: IncomingMessage): Promise<Reply> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
    switch (`${request.method} ${pathname}`) {
      case 'POST /turnstile/v0/siteverify':
        return json(verdictOn(await fieldsOf(request), tokens.spend));
      case 'GET /turnstile/v0/api.js':
        return file('text/javascript', widgetScript);
      case 'GET /turnstile/v0/widget':
        return file('text/html', widgetPage);
      case 'POST /turnstile/v0/challenge':
        return challengeOf(searchParams, tokens.issue);
      default:
        return json(refused('bad-request'), 404);
    }
  };
  const server = createServer(async (request, response) => {
    const { status, kind, text } = await replyTo(request);
    response.writeHead(status, { 'content-type': kind }).end(text);
  });
  const running = await listen(server, port);
  return { ...running, environment: environmentAt(running.url), token: tokens.issue };
}

export const turnstile: StandIn = { name: 'turnstile', onlyWith: 'CAPTCHA', environmentAt, start: startTurnstile };
