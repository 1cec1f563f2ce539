import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json as readJson } from 'node:stream/consumers';
import { interactionPolicy, Provider } from 'oidc-provider';
import { z } from 'zod';
import { listen, type RunningStandIn, type StandIn } from './standin.ts';

const person = z.object({ email: z.email(), name: z.string().default('Ada Lovelace'), emailVerified: z.boolean().default(true) });

/** Whose Google account the browser is signed in to. */
export type GooglePerson = z.input<typeof person>;

export type GoogleStandIn = RunningStandIn & {
  readonly environment: Readonly<Record<string, string>>;
  signInAs(person: GooglePerson): void;
};

const chooseAccount = 'select_account';
const client = { id: 'atlas.apps.googleusercontent.com', secret: 'a secret that only the stand-in knows' };
const environmentAt = (url: string) => ({
  GOOGLE_ISSUER: url,
  GOOGLE_CLIENT_ID: client.id,
  GOOGLE_CLIENT_SECRET: client.secret,
});

/** Google keeps an account's id when nothing else of it stays. */
const subjectOf = (email: string): string =>
  BigInt(`0x${createHash('sha256').update(email).digest('hex')}`)
    .toString()
    .slice(0, 21);

/** Knows `prompt=select_account`, as Google does. */
function withAccountChoice() {
  const policy = interactionPolicy.base();
  policy.add(new interactionPolicy.Prompt({ name: chooseAccount, requestable: true }), 0);
  return policy;
}

function newProvider(issuer: string, people: Map<string, z.output<typeof person>>): Provider {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: ['http://localhost/api/auth/callback/google'],
      },
    ],
    jwks: { keys: [{ ...key, kid: 'stand-in', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    pkce: { required: () => true },
    // Google puts everything into the ID token.
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { policy: withAccountChoice(), url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, accountId) => {
      const found = people.get(accountId);
      if (!found) return undefined;
      const claims = { sub: accountId, email: found.email, email_verified: found.emailVerified, name: found.name };
      return { accountId, claims: () => claims };
    },
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      const grant = new oidc.provider.Grant({ clientId: client.id, ...(accountId ? { accountId } : {}) });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  // Atlas listens on a port that nobody knew when Google was told of it.
  provider.Client.prototype.redirectUriAllowed = (uri) => {
    const { hostname, pathname } = new URL(uri);
    return ['localhost', '127.0.0.1'].includes(hostname) && pathname === '/api/auth/callback/google';
  };
  return provider;
}

/** Google's OpenID provider on loopback. It asks nobody: whoever was chosen is signed in. */
export async function startGoogle(port = 0): Promise<GoogleStandIn> {
  const people = new Map<string, z.output<typeof person>>();
  let [chosen, provider]: [string, Provider | undefined] = ['', undefined];
  const signInAs = (input: GooglePerson): void => {
    const parsed = person.parse(input);
    chosen = subjectOf(parsed.email);
    people.set(chosen, parsed);
  };
  signInAs({ email: 'ada@gmail.example' });
  const choose = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    signInAs(person.parse(await readJson(request)));
    response.writeHead(204).end();
  };
  const server = createServer(async (request, response) => {
    try {
      if (request.method === 'POST' && request.url === '/dev/person') await choose(request, response);
      else if (request.url?.startsWith('/interaction/'))
        await provider?.interactionFinished(request, response, { [chooseAccount]: {}, login: { accountId: chosen } });
      else await provider?.callback()(request, response);
    } catch (error) {
      response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error));
    }
  });
  const running = await listen(server, port);
  provider = newProvider(running.url, people);
  return { ...running, environment: environmentAt(running.url), signInAs };
}

export const google: StandIn = { name: 'google', environmentAt, start: startGoogle };
