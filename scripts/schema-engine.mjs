#!/usr/bin/env node
// Prisma's schema engine from npm. The Prisma CLI speaks JSON-RPC to the native program that
// PRISMA_SCHEMA_ENGINE_BINARY names; this forwards the calls to the same engine compiled to WebAssembly, so that
// migrations need no download. packages/docs/adr/0006-embedded-services.md
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

const require = createRequire(import.meta.url);
const adapterPg = createRequire(require.resolve('@prisma/adapter-pg'))('pg');
const wasmFolder = dirname(require.resolve('@prisma/schema-engine-wasm'));
const argv = process.argv.slice(2);
const options = (name) => argv.flatMap((word, index) => (word === name ? [argv[index + 1]] : []));

if (argv.includes('--version')) {
  const { version } = JSON.parse(readFileSync(join(wasmFolder, 'package.json'), 'utf8'));
  process.stdout.write(`schema-engine-cli wasm ${version}\n`);
  process.exit(0);
}

const datasource = JSON.parse(options('--datasource')[0] ?? '{}');
const url = datasource.url ?? process.env.DATABASE_OWNER_URL;

/** Never a connection string: the adapter would prefer it to the database named beside it, and shadow work would run in the main database. */
function partsOf(text) {
  const parsed = new URL(text);
  const sslMode = parsed.searchParams.get('sslmode');
  return {
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    max: 2,
    ssl: sslMode && sslMode !== 'disable' ? { rejectUnauthorized: sslMode.startsWith('verify') } : undefined,
  };
}

async function withClient(config, work) {
  const client = new adapterPg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const errorCodes = {
  '3D000': 'P1003',
  '28P01': 'P1000',
  28000: 'P1010',
  '42P04': 'P1009',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
};

/** `schema-engine --datasource {…} cli can-connect-to-database | create-database | drop-database` */
async function answerCli(command) {
  const target = partsOf(url);
  const name = adapterPg.escapeIdentifier(target.database);
  const asAdministrator = (text) => withClient({ ...target, database: 'postgres' }, (client) => client.query(text));
  try {
    if (command === 'can-connect-to-database') await withClient(target, (client) => client.query('select 1'));
    else if (command === 'create-database') await asAdministrator(`create database ${name}`);
    else if (command === 'drop-database') await asAdministrator(`drop database if exists ${name} with (force)`);
    else throw new Error(`unknown command ${command}`);
    process.exit(0);
  } catch (error) {
    const fields = {
      message: error.message || String(error.code),
      is_panic: false,
      error_code: errorCodes[error.code] ?? 'P1011',
    };
    // The CLI drops the first line of what it reads.
    process.stderr.write(
      `\n${JSON.stringify({ timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' })}\n`,
    );
    process.exit(1);
  }
}

const cliAt = argv.indexOf('cli');
if (cliAt !== -1) await answerCli(argv[cliAt + 1]);

// The adapter does not know the internal "char" type (oid 18) that the catalogue queries return: present it as bpchar.
const onRowDescription = adapterPg.Query.prototype.handleRowDescription;
adapterPg.Query.prototype.handleRowDescription = function handleRowDescription(message) {
  for (const field of message.fields) if (field.dataTypeID === 18) field.dataTypeID = 1042;
  return onRowDescription.call(this, message);
};

/** The adapter splits scripts at semicolons, which breaks function bodies: send them whole. */
function corrected(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  // The engine wants the kind of a constraint, `c` or `x`, as a single character.
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const kind = result.columnNames.indexOf('constraint_type');
    if (kind !== -1) result.columnTypes[kind] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

class Factory extends PrismaPg {
  async connect() {
    return corrected(await super.connect());
  }

  /** The adapter drops its shadow database while it is still connected to it: close first. */
  async connectToShadowDb() {
    if (datasource.shadowDatabaseUrl) return corrected(await new PrismaPg(partsOf(datasource.shadowDatabaseUrl)).connect());
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const asAdministrator = (text) => withClient(partsOf(url), (client) => client.query(text));
    await asAdministrator(`CREATE DATABASE "${name}"`);
    const shadow = corrected(await new PrismaPg({ ...partsOf(url), database: name }).connect());
    const close = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await close();
      await asAdministrator(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    };
    return shadow;
  }
}

function startEngine() {
  const wasm = new WebAssembly.Module(readFileSync(join(wasmFolder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': engineModule });
  engineModule.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: '',
    get() {
      return this.message;
    },
    set_message(message) {
      this.message = `RuntimeError: ${message}`;
    },
  };
  const schema = url ? (new URL(url).searchParams.get('schema') ?? undefined) : undefined;
  const adapter = bindMigrationAwareSqlAdapterFactory(new Factory(partsOf(url), { schema }));
  const datamodels = options('--datamodels').map((path) => [path, readFileSync(path, 'utf8')]);
  return engineModule.SchemaEngine.new({ datamodels: datamodels.length > 0 ? datamodels : undefined }, () => {}, adapter);
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

let engine;
let prints = 0;

async function answer({ id, method, params }) {
  try {
    engine ??= startEngine();
    const verb = method === 'getDatabaseVersion' ? 'version' : method;
    let result = await (await engine)[verb](params ?? undefined);
    if (method === 'diff') {
      const { stdout, ...rest } = result;
      prints += 1;
      if (stdout != null) send({ id: `print-${prints}`, method: 'print', params: { content: stdout } });
      result = rest;
    }
    send({ id, result: result ?? null });
  } catch (error) {
    const message = [error?.message ?? String(error), error?.cause].filter(Boolean).join('\n');
    const data = { is_panic: false, message, meta: null, error_code: error?.code ?? null };
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
  }
}

// A panic of the engine happens outside of any call: say what it was, and fail.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${globalThis.PRISMA_WASM_PANIC_REGISTRY?.message || error.stack}\n`);
  process.exit(101);
});

let queue = Promise.resolve();
const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
lines.on('line', (line) => {
  const message = line.trim() ? JSON.parse(line) : {};
  if (message.method) queue = queue.then(() => answer(message));
});
lines.on('close', () => queue.finally(() => process.exit(0)));
