import { keptTokens } from '../iam/kept-tokens.ts';

/** Where somebody signs in, and as whom. */
export type Door = { readonly host: string; readonly port: number; readonly user: string };

/** A token of IAM, which RDS takes as the password. */
export const iamToken = keptTokens<Door>(
  ({ host, port, user }) => `${user}@${host}:${port}`,
  async ({ host, port, user }) => {
    const { Signer } = await import('../iam/aws-signers.ts');
    return { text: await new Signer({ hostname: host, port, username: user }).getAuthToken() };
  },
);
