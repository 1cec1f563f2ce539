import { clientOf, signUp } from './client.ts';
import { type Figure, figure, inTurns, rate } from './measure.ts';
import { startBareApi } from './programs.ts';
import { type Door, openStage, using } from './stage.ts';

const clients = 4;

/** The smallest thing there is to read. */
const path = '/v1/company';

const readerOf = (door: Door, cookie: string) => {
  const client = clientOf(door, cookie, clients);
  return { read: (seconds: number) => rate(clients, seconds, () => client.call('GET', path)), close: client.close };
};

/** A small read with session, permission and rate limit against the same operation without them: two API processes on one database. */
export const auth = (seconds: number): Promise<Figure[]> =>
  using(openStage, async (stage) => {
    const cookie = await signUp(stage);
    const guarded = readerOf(stage, cookie);
    const me = await fetch(`${stage.api}/v1/me`, { headers: { cookie } });
    const { tenantId } = (await me.json()) as { tenantId: string };
    return using(
      () => startBareApi(stage.ground, tenantId),
      async ({ url }) => {
        const bare = readerOf({ api: url, origin: stage.origin }, '');
        const slice = seconds / 20;
        for (const side of [bare, guarded]) await side.read(2 * slice);
        const measured = await inTurns(
          8,
          () => guarded.read(slice),
          () => bare.read(slice),
        );
        guarded.close();
        bare.close();
        return [figure('auth', clients, '1/s', ...measured)];
      },
    );
  });
