import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrate, prismaEnvironment } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-migrations-'));
const made: string[] = [];
let database = '';
let files = '';

const asOwner = (): string => {
  const url = new URL(inject('postgresUrl'));
  Object.assign(url, { pathname: `/${database}`, username: 'atlas_owner', password: 'owner' });
  return url.toString();
};

async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Writes migrations, and runs them. */
function write(migrations: Readonly<Record<string, string>>): void {
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(files, name), { recursive: true });
    writeFileSync(join(files, name, 'migration.sql'), sql);
  }
}

const run = (options: Parameters<typeof migrate>[1] = {}) => migrate(asOwner(), { folder: files, ...options });

/** The runner in a process of its own. */
function start(): { child: ChildProcess; applied: Promise<string[]> } {
  const script = `
    const { migrate } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))});
    const { applied } = await migrate(${JSON.stringify(asOwner())}, { folder: ${JSON.stringify(files)} });
    process.stdout.write(JSON.stringify(applied));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const applied = once(child, 'close').then(([code]) => {
    expect(code ?? 'killed').toBeOneOf([0, 'killed']);
    return code === 0 ? (JSON.parse(said) as string[]) : [];
  });
  return { child, applied };
}

async function until(text: string): Promise<void> {
  for (;;) {
    const [row] = await ask<{ yes: boolean }>(asOwner(), `select ${text} as yes`);
    if (row?.yes) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const running = (part: string): string =>
  `exists (select from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid() and query like '%${part}%')`;

const namesOf = async (): Promise<string[]> =>
  (await ask<{ name: string }>(asOwner(), 'select migration_name as name from _prisma_migrations order by 1')).map(
    ({ name }) => name,
  );

beforeEach(async () => {
  database = `atlas_migrate_${randomUUID().replaceAll('-', '')}`;
  files = join(folder, database);
  mkdirSync(files);
  made.push(database);
  await ask(inject('postgresUrl'), `create database ${database} owner atlas_owner`);
  write({ '1_letters': 'create table letters (id int primary key);', '2_words': 'create table words (id int primary key);' });
});
afterAll(async () => {
  for (const name of made) await ask(inject('postgresUrl'), `drop database ${name} with (force)`);
  rmSync(folder, { recursive: true });
});

describe('migrations', () => {
  it('are applied in order, once, and new ones later', async () => {
    expect(await run()).toEqual({ applied: ['1_letters', '2_words'], waiting: [] });
    expect(await run()).toEqual({ applied: [], waiting: [] });
    write({ '3_texts': 'alter table words add column text text;' });
    expect(await run()).toEqual({ applied: ['3_texts'], waiting: [] });
  });

  it('make what belongs to the owner of the tables, also when the administrator applies them', async () => {
    const administrator = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${database}` }).toString();
    await migrate(administrator, { folder: files });
    expect(await ask(asOwner(), "select tableowner from pg_tables where tablename in ('words', '_prisma_migrations')")).toEqual([
      { tableowner: 'atlas_owner' },
      { tableowner: 'atlas_owner' },
    ]);
  });

  it('that fail leave nothing of themselves, and say where', async () => {
    write({ '3_texts': 'create table texts (id int);\ncreate table letters (id int);' });
    await expect(run()).rejects.toThrow('3_texts/migration.sql: relation "letters" already exists');
    expect(await namesOf()).toEqual(['1_letters', '2_words']);
    expect(await ask(asOwner(), "select to_regclass('texts') as texts")).toEqual([{ texts: null }]);
    write({ '3_texts': 'create table texts (id int);\ncreate tabel more (id int);' });
    await expect(run()).rejects.toThrow('3_texts/migration.sql:2: syntax error');
  });

  it('of two processes at once are applied by one: the other waits, and finds nothing to do', async () => {
    write({ '1_letters': 'create table letters (id int primary key); select pg_sleep(0.5);' });
    const both = await Promise.all([start().applied, start().applied]);
    expect(both.sort((one, other) => one.length - other.length)).toEqual([[], ['1_letters', '2_words']]);
  });

  it('are completed by the next process when one is killed within one, or between two', { timeout: 60_000 }, async () => {
    write({ '3_slow': 'create table slow (id int); select pg_sleep(600);' });
    const killed = start();
    await until(running('pg_sleep(600)'));
    killed.child.kill('SIGKILL');
    await killed.applied;
    expect(await namesOf()).toEqual(['1_letters', '2_words']);
    write({ '3_slow': 'create table slow (id int); select pg_sleep(0.2);', '4_last': 'create table last (id int);' });
    expect(await start().applied).toEqual(['3_slow', '4_last']);
  });
});

describe('a database is refused', () => {
  it('whose migration is not the same any more', async () => {
    await run();
    write({ '1_letters': 'create table letters (id bigint primary key);', '3_texts': 'create table texts (id int);' });
    await expect(run()).rejects.toThrow('changed since the database has them: 1_letters');
    expect(await namesOf()).toEqual(['1_letters', '2_words']);
  });

  it('that is newer than the release, unless an earlier release is to run on what was only added', async () => {
    write({ '3_texts': 'create table texts (id int);' });
    await run();
    rmSync(join(files, '3_texts'), { recursive: true });
    await expect(run()).rejects.toThrow('newer than this release, which does not know 3_texts');
    expect(await run({ rollback: true })).toEqual({ applied: [], waiting: [] });
    write({ '4_fewer': '-- contract: nobody reads words\ndrop table words;' });
    await run({ contract: true, rollback: true });
    rmSync(join(files, '4_fewer'), { recursive: true });
    await expect(run({ rollback: true })).rejects.toThrow('what a later one has taken away: 4_fewer');
  });

  it('in which another tool began a migration', async () => {
    await run();
    await ask(asOwner(), "update _prisma_migrations set finished_at = null where migration_name = '2_words'");
    await expect(run()).rejects.toThrow('not finished: 2_words');
  });
});

describe('a migration that takes something away', () => {
  const fewer = { '3_fewer': '-- contract: words are texts since 1.4\ndrop table words;' };

  it('waits until it is asked for', async () => {
    await run();
    write(fewer);
    expect(await run()).toEqual({ applied: [], waiting: ['3_fewer'] });
    expect(await run({ contract: true })).toEqual({ applied: ['3_fewer'], waiting: [] });
  });

  it('is not overtaken by what comes after it', async () => {
    await run();
    write({ ...fewer, '4_more': 'create table more (id int);' });
    await expect(run()).rejects.toThrow('4_more come after 3_fewer');
    expect(await namesOf()).toEqual(['1_letters', '2_words']);
  });

  it('waits for nobody in a new database', async () => {
    write({ ...fewer, '4_more': 'create table more (id int);' });
    expect((await run()).applied).toEqual(['1_letters', '2_words', '3_fewer', '4_more']);
  });
});

describe("Prisma's own tools", { timeout: 60_000 }, () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const prisma = async (...args: string[]): Promise<string> => {
    const cli = join(root, 'node_modules', 'prisma', 'build', 'index.js');
    const options = { cwd: root, env: prismaEnvironment(asOwner()) };
    return (await promisify(execFile)(process.execPath, [cli, 'migrate', ...args], options)).stdout;
  };

  it('read the history that is written here', async () => {
    await migrate(asOwner());
    expect(await prisma('status')).toContain('Database schema is up to date!');
  });

  it('write the history that is read here', async () => {
    await prisma('deploy');
    expect(await migrate(asOwner())).toEqual({ applied: [], waiting: [] });
  });
});
