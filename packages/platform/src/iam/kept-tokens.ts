/** What was signed, and when it stops being good though it was shown to nobody; undefined when nothing shortens it. */
export type Token = { readonly text: string; readonly expires?: number | undefined };

/** A token lets in for 15 minutes after it was signed; it is made anew well before. */
const useForMs = 10 * 60_000;

/** All connections of a process to one door show the same token for a while. One that could not be signed is tried again. */
export function keptTokens<Door>(keyOf: (door: Door) => string, sign: (door: Door) => Promise<Token>) {
  const known = new Map<string, { readonly token: Promise<Token>; until: number }>();
  return async (door: Door): Promise<string> => {
    const key = keyOf(door);
    const last = known.get(key);
    if (last && Date.now() < last.until) return (await last.token).text;
    const kept = { token: sign(door), until: Date.now() + useForMs };
    known.set(key, kept);
    try {
      const { text, expires = kept.until } = await kept.token;
      kept.until = Math.min(kept.until, expires);
      return text;
    } catch (error) {
      if (known.get(key) === kept) known.delete(key);
      throw error;
    }
  };
}
