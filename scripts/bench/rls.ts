import { clientOf, signUp } from './client.ts';
import { type Figure, figure, inTurns, rate } from './measure.ts';
import { makeTerms, type Poster, posterOf } from './posting.ts';
import { type Stage, stageOn, using } from './stage.ts';
import { connect, openStores } from './stores.ts';
import { type Wire, wireFigures, wireOfCall } from './wire.ts';

const clients = 4;

/** Switches row-level security off on every table of a database. Nothing else changes: keys, triggers, the code. */
async function withoutPolicies(adminUrl: string): Promise<void> {
  const admin = await connect(adminUrl);
  await admin.query(`
    do $$ declare guarded regclass; begin
      for guarded in select oid from pg_class where relrowsecurity loop
        execute format('alter table %s disable row level security', guarded);
      end loop;
    end $$`);
  await admin.end();
}

type Side = { readonly stage: Stage; readonly cookie: string; readonly poster: Poster; post(seconds: number): Promise<number> };

async function sideOn(stage: Stage): Promise<Side> {
  const cookie = await signUp(stage);
  const client = clientOf(stage, cookie, clients);
  const poster = posterOf(await makeTerms(client));
  return { stage, cookie, poster, post: (seconds) => rate(clients, seconds, () => poster.one(client)) };
}

/** The posting of `posting` with row-level security against the same without it: two databases, two API processes. */
export const rls = (seconds: number): Promise<Figure[]> =>
  using(openStores, async (stores) => {
    const bare = await stores.copyDatabase('bare');
    await withoutPolicies(bare.adminUrl);
    return using(
      () => stageOn(stores, stores.database),
      (guarded) =>
        using(
          () => stageOn(stores, bare),
          async (unguarded) => {
            const [atlas, floor] = [await sideOn(guarded), await sideOn(unguarded)];
            const slice = seconds / 18;
            for (const side of [floor, atlas]) await side.post(slice);
            // Short turns and many: what is looked for is a few hundredths.
            const measured = await inTurns(
              8,
              () => atlas.post(slice),
              () => floor.post(slice),
            );
            const wires = [];
            for (const { stage, cookie, poster } of [atlas, floor]) wires.push(await wireOfCall(stage, cookie, poster.one));
            const [guardedWire, bareWire] = wires as [Wire, Wire];
            return [figure('rls', clients, '1/s', ...measured), ...wireFigures('rls', guardedWire, bareWire)];
          },
        ),
    );
  });
