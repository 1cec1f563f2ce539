/** Where somebody signs in, and as whom. */
export type Door = { readonly host: string; readonly port: number; readonly user: string };

/** A token lets in for 15 minutes after it was signed; it is made anew well before. */
const useForMs = 10 * 60_000;

type Known = { readonly token: Promise<string>; readonly until: number };

const known = new Map<string, Known>();

async function signed({ host, port, user }: Door): Promise<string> {
  // Where nobody signs in with tokens, AWS's client is not loaded.
  const { Signer } = await import('../iam/aws-signers.ts');
  return new Signer({ hostname: host, port, username: user }).getAuthToken();
}

/** A token of IAM, which RDS takes as the password. All connections of a process to one door show the same for a while. */
export function iamToken(door: Door): Promise<string> {
  const key = `${door.user}@${door.host}:${door.port}`;
  const last = known.get(key);
  if (last && Date.now() < last.until) return last.token;
  const token = signed(door);
  known.set(key, { token, until: Date.now() + useForMs });
  token.catch(() => known.delete(key));
  return token;
}
