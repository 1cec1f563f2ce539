import { keptTokens } from '../iam/kept-tokens.ts';

/** A group of nodes of ElastiCache by its name, and the user who signs in to it. */
export type CacheDoor = { readonly group: string; readonly user: string };

const lifeSeconds = 900;

/** A token of IAM, which ElastiCache takes as the password: an address that was signed, without its scheme. */
export const cacheToken = keptTokens<CacheDoor>(
  ({ group, user }) => `${user}@${group}`,
  async ({ group, user }) => {
    const { fromNodeProviderChain, Sha256, SignatureV4 } = await import('../iam/aws-signers.ts');
    const credentials = await fromNodeProviderChain()();
    const signer = new SignatureV4({
      service: 'elasticache',
      region: process.env.AWS_REGION ?? '',
      credentials,
      sha256: Sha256,
    });
    const asked = { method: 'GET', protocol: 'http:', hostname: group, path: '/', headers: { host: group } };
    const { query } = await signer.presign({ ...asked, query: { Action: 'connect', User: user } }, { expiresIn: lifeSeconds });
    const parameters = Object.entries(query ?? {}).map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('='));
    return { text: `${group}/?${parameters.join('&')}`, expires: credentials.expiration?.getTime() };
  },
);
