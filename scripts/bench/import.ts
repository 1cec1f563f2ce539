import { setTimeout as wait } from 'node:timers/promises';
import { countRoundTrips } from '@atlas/testing/services';
import type pg from 'pg';
import { type Client, clientOf, signUp } from './client.ts';
import { importPlainly, openImportFloor } from './import-floor.ts';
import { filesOf, rowsIn, type Sample, sampleOf } from './import-sample.ts';
import { type Figure, figure, median } from './measure.ts';
import { startWorker } from './programs.ts';
import { openStage, type Stage, using } from './stage.ts';
import { connect } from './stores.ts';
import { type Wire, wireFigures, wireOfSql } from './wire.ts';

type Count = { total: number; created: number; refused: number };
type Import = { id: string; status: string; jobId: string; counts: Count[] };
type Phases = { readonly upload: number; readonly check: number; readonly run: number };

/** A job is asked for as rarely as people would notice and as often as the figure needs. */
const pollMs = 50;
/** Longer than any job of ours: its worker must have died. */
const hopelessMs = 120_000;

async function jobDone(client: Client, { jobId }: Import): Promise<void> {
  for (const began = performance.now(); performance.now() - began < hopelessMs; await wait(pollMs)) {
    const { status } = await client.call<{ status: string }>('GET', `/v1/jobs/${jobId}`);
    if (status === 'succeeded') return;
    if (status === 'dead') break;
  }
  throw new Error(`the job ${jobId} does not end well`);
}

/** Uploads, checks and runs; milliseconds of each. @throws when a row was not created */
async function importFiles(client: Client, sample: Sample): Promise<Phases> {
  const files = Object.entries(filesOf(sample));
  const marks = [performance.now()];
  const mark = () => marks.push(performance.now());
  const { id } = await client.call<Import>('POST', '/v1/imports', {});
  for (const [name, bytes] of files) await client.call('PUT', `/v1/imports/${id}/files/${name}`, bytes);
  mark();
  for (const verb of ['check', 'run']) {
    await jobDone(client, await client.call<Import>('POST', `/v1/imports/${id}/${verb}`, {}));
    mark();
  }
  const { status, counts } = await client.call<Import>('GET', `/v1/imports/${id}`);
  const created = counts.reduce((sum, count) => sum + count.created, 0);
  if (status !== 'completed' || created !== rowsIn(sample)) throw new Error(`the import is ${status}: ${JSON.stringify(counts)}`);
  const [begun = 0, uploaded = 0, checked = 0, ran = 0] = marks;
  return { upload: uploaded - begun, check: checked - uploaded, run: ran - checked };
}

/** Waits until the worker has sealed and folded what the import left, so that the floor has the machine to itself. */
async function settled(admin: pg.Client): Promise<void> {
  const open = `select exists (select from outbox_messages where published_at is null) or exists (select from balance_deltas)
    or (select count(*) from audit_seals) < (select count(*) from audit_events) as open`;
  while ((await admin.query<{ open: boolean }>(open)).rows[0]?.open) await wait(100);
}

/** A new company imports a sample. */
async function importAs(stage: Stage, name: string, sample: Sample): Promise<Phases> {
  const client = clientOf(stage, await signUp(stage, name), 1);
  const phases = await importFiles(client, sample);
  client.close();
  return phases;
}

/** What the worker sends to PostgreSQL for a sample, for a thousand rows. */
async function wireOfWorker(stage: Stage, sample: Sample): Promise<Wire> {
  return using(
    () => countRoundTrips(stage.urls.app),
    (proxy) =>
      using(
        async () => startWorker({ ...stage.ground, urls: { ...stage.urls, app: proxy.url } }),
        async () => {
          await importAs(stage, 'counted', sample);
          return { roundTrips: proxy.count(), statements: proxy.statements() };
        },
      ),
  );
}

const perThousand = ({ roundTrips, statements }: Wire, rows: number): Wire => ({
  roundTrips: (1000 * roundTrips) / rows,
  statements: (1000 * statements) / rows,
});

type Measured = { readonly phases: readonly Phases[]; readonly plain: readonly number[] };

/** Imports a sample in turns with the floor for as long as the time suffices for another turn, each into a tenant of its own. */
async function measure(stage: Stage, admin: pg.Client, sample: Sample, seconds: number): Promise<Measured> {
  const end = performance.now() + seconds * 1000;
  const [phases, plain]: [Phases[], number[]] = [[], []];
  let turnMs: number;
  do {
    const began = performance.now();
    await settled(admin);
    plain.push(await importPlainly(admin, sample));
    phases.push(await importAs(stage, `bench-${phases.length}`, sample));
    turnMs = performance.now() - began;
  } while (performance.now() + turnMs < end);
  return { phases, plain };
}

function figuresOf({ phases, plain }: Measured, rows: number): Figure[] {
  const floorMs = median(plain);
  const rate = (ms: number) => (1000 * rows) / ms;
  const part = (name: keyof Phases) => figure(`import.${name}`, 1, 'ms', median(phases.map((each) => each[name])), floorMs);
  const whole = median(phases.map(({ upload, check, run }) => upload + check + run));
  return [figure('import', 1, '1/s', rate(whole), rate(floorMs)), part('upload'), part('check'), part('run')];
}

/** Rows of files that become posted records, from the first byte over HTTP until the import is completed. */
export const imports = (seconds: number): Promise<Figure[]> =>
  using(openStage, async (stage) => {
    const admin = await connect(stage.adminUrl);
    await openImportFloor(admin);
    const [small, sample] = [sampleOf(1000), sampleOf(5000)];
    const wire = perThousand(await wireOfWorker(stage, small), rowsIn(small));
    const wireOfFloor = await wireOfSql(stage.adminUrl, (client) => importPlainly(client, small));
    const measured = await using(
      async () => startWorker(stage.ground),
      async () => {
        await importAs(stage, 'warm', small);
        return measure(stage, admin, sample, seconds);
      },
    );
    await admin.end();
    return [
      ...figuresOf(measured, rowsIn(sample)),
      ...wireFigures('import.thousand_rows', wire, perThousand(wireOfFloor, rowsIn(small))),
    ];
  });
