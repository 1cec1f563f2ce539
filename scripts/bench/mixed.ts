import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { webOrigin } from '@atlas/testing/services';
import pg from 'pg';
import { bareFigure, type Figure, figure, percentile } from './measure.ts';
import { type Office, openOffice } from './mixed/office.ts';
import { plannedRate, runTraffic, type Traffic } from './mixed/traffic.ts';
import { startApi, startWorker } from './programs.ts';
import { type Door, groundOf, using } from './stage.ts';
import { openStores } from './stores.ts';

const offices = 10;
/** What everyone's 99 of 100 requests must stay below. */
const targetMs = 500;
/** Configured as when nobody says otherwise, and collecting garbage when it is told to. */
const settings = {
  DATABASE_POOL_SIZE: '10',
  NODE_OPTIONS: `${process.env.BENCH_NODE_OPTIONS ?? ''} --expose-gc --import=data:text/javascript,process.on('SIGUSR2',()=>gc())`,
};

/** Memory of a process that is really in use: what it would let go of soon is let go of first. */
async function residentMb(pid: number): Promise<number> {
  process.kill(pid, 'SIGUSR2');
  await wait(1000);
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

async function deadlocks(admin: pg.Pool): Promise<number> {
  const { rows } = await admin.query('select deadlocks::int from pg_stat_database where datname = current_database()');
  return rows[0].deadlocks;
}

/** Two at a time: passwords are dear to hash. */
async function openOffices(door: Door, admin: pg.Pool): Promise<Office[]> {
  const opened: Office[] = [];
  for (let index = 0; index < offices; index += 2) {
    const names = [`office-${index}`, `office-${index + 1}`];
    opened.push(...(await Promise.all(names.map((name) => openOffice(door, admin, name)))));
  }
  return opened;
}

/** Says what nobody should have got, and makes the run a failure. */
function judge({ failed, wrong }: Traffic): void {
  const told = [...failed, ...wrong];
  if (told.length === 0) return;
  process.exitCode = 1;
  for (const line of new Set(told.slice(0, 20))) process.stderr.write(`${line}\n`);
}

function figures(traffic: Traffic, seconds: number, people: number, memory: readonly number[]): Figure[] {
  const { readMs, writeMs, answers, conflicts, failed, wrong } = traffic;
  const all = [...readMs, ...writeMs];
  const [quarter = 0, half = 0, end = 0] = memory;
  return [
    figure('mixed.p99', people, 'ms', percentile(all, 99), targetMs),
    bareFigure('mixed.p50', people, 'ms', percentile(all, 50)),
    bareFigure('mixed.read.p99', people, 'ms', percentile(readMs, 99)),
    bareFigure('mixed.write.p99', people, 'ms', percentile(writeMs, 99)),
    figure('mixed.rate', people, '1/s', answers / seconds, plannedRate(people)),
    bareFigure('mixed.writes', people, '%', (100 * writeMs.length) / all.length),
    bareFigure('mixed.conflicts', people, 'times', conflicts),
    bareFigure('mixed.5xx', people, 'times', failed.length),
    bareFigure('mixed.unexpected_4xx', people, 'times', wrong.length),
    bareFigure('mixed.memory.quarter', people, 'MB', quarter),
    bareFigure('mixed.memory.half', people, 'MB', half),
    figure('mixed.memory.end', people, 'MB', end, quarter),
  ];
}

/**
 * An hour of fifty people in ten companies, compressed to two minutes (`--seconds=120`; fewer seconds are a part of the
 * hour): a hundred requests a second, four of five reading, colleagues on the same records, a worker beside the API.
 *
 * The floor of `p99` is the target, of `rate` what the people would ask for if every answer came at once, and of
 * `memory.end` what was in use after a quarter, when everything was warm; the others have none. Conflicts are refusals
 * because a colleague was quicker. Deadlocks count those that PostgreSQL broke; one that reached a user is a 5xx, and
 * any 5xx or unexpected refusal makes the run fail.
 */
export const mixed = (seconds: number): Promise<Figure[]> =>
  using(openStores, async (services) => {
    const ground = groundOf(services, services.database);
    const admin = new pg.Pool({ connectionString: services.database.adminUrl, max: 4 });
    const api = await startApi(ground, settings);
    const worker = startWorker(ground);
    try {
      const town = await openOffices({ api: api.url, origin: webOrigin }, admin);
      const people = town.flatMap((office) => office.people);
      const { traffic, looks } = await runTraffic(town, seconds, () => residentMb(api.pid));
      const broken = bareFigure('mixed.deadlocks', people.length, 'times', await deadlocks(admin));
      for (const user of people) user.close();
      judge(traffic);
      return [...figures(traffic, seconds, people.length, looks), broken];
    } finally {
      await Promise.all([api.close(), worker.close(), admin.end()]);
    }
  });
