import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { OnLoadResult, Plugin } from 'esbuild';

/** Encodings of East Asia and of single bytes, 1.5 MB of tables, that the parser of bodies could read: JSON is UTF-8. */
const tables = /\/iconv-lite\/encodings\/(?:dbcs-data|sbcs-data-generated)\.js$/;
const noTables: OnLoadResult = { contents: 'module.exports = {};' };

/** For a program that may read bodies. */
export const withoutTables: Plugin = {
  name: 'without-tables',
  setup: ({ onLoad }) => onLoad({ filter: tables }, () => noTables),
};

type Made = { readonly path: string; readonly out: string };

/** What becomes of a file of a package, and where it is found. */
type Change = { readonly file: RegExp; make(made: Made): OnLoadResult };

/** A text with some of it in other words. A package that no longer says it so stops the bundle. */
function reworded(path: string, words: readonly (readonly [said: string, better: string, times: number])[]): string {
  return words.reduce(
    (text, [said, better, times]) => {
      const parts = text.split(said);
      if (parts.length !== times + 1) throw new Error(`${path} says ${said} ${parts.length - 1} times, not ${times}`);
      return parts.join(better);
    },
    readFileSync(path, 'utf8'),
  );
}

/** Types that a file can have by its name. The others, three of five, are asked for by nobody. */
function withExtensions(path: string): OnLoadResult {
  const types = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, { extensions?: string[] }>);
  return { contents: JSON.stringify(Object.fromEntries(types.filter(([, { extensions }]) => extensions))), loader: 'json' };
}

/** The schema without its remarks and its columns: Prisma's compiler reads it at every start, and nobody else does. */
function withoutRemarks(path: string): OnLoadResult {
  const text = readFileSync(path, 'utf8');
  const [, written] = /"inlineSchema": ("(?:[^"\\]|\\.)*")/.exec(text) ?? [];
  if (!written) throw new Error(`${path} has no schema`);
  const lines = (JSON.parse(written) as string).split('\n').map((line) => line.trim().replace(/ {2,}/g, ' '));
  const lean = lines.filter((line) => line !== '' && !line.startsWith('//')).join('\n');
  return { contents: text.replace(written, () => JSON.stringify(lean)), loader: 'ts' };
}

/** Prisma's compiler of queries as the file that it is: as text it would be read, kept and decoded at every start. */
function compilerBeside(path: string, out: string): OnLoadResult {
  const [, text] = /wasm = "([\w+/=]+)"/.exec(readFileSync(path, 'utf8')) ?? [];
  if (!text) throw new Error(`${path} has no compiler`);
  writeFileSync(join(out, 'query-compiler.wasm'), Buffer.from(text, 'base64'));
  const contents = `
    import { readFileSync } from 'node:fs';
    import { join } from 'node:path';
    export const wasm = readFileSync(join(__dirname, 'query-compiler.wasm')).toString('base64');`;
  return { contents, resolveDir: dirname(path) };
}

/** Checking passkeys takes seventy modules, which are read when somebody has one. All four are asynchronous anyway. */
const webauthn = [
  'generateAuthenticationOptions',
  'generateRegistrationOptions',
  'verifyAuthenticationResponse',
  'verifyRegistrationResponse',
]
  .map((name) => `export const ${name} = async (options) => (await import('@simplewebauthn/server')).${name}(options);`)
  .join('\n');

/** How a console that is never used would write dates: the tables for it are large. */
const datesLater = [
  ['const dateTimeFormatter = new ', 'const dateTimeFormatter = () => new ', 1],
  ['dateTimeFormatter.format(', 'dateTimeFormatter().format(', 1],
] as const;

/** A schema is read by the first query that Prisma makes, and by one client for all. */
const readLater = ['inputNodes', 'outputNodes', 'roots'].map((part) => `get ${part}(){return(t.read??=Ba(t)).${part}}`).join();

/**
 * Prisma keeps 2,600 nodes as objects whose keys are numbers up to a thousand. V8 makes arrays of them that are mostly
 * empty: 11 MB, and again for each client.
 */
const prismaNodes = [
  ['i=this.#i(),o={};', 'i=this.#i(),o=new Map;', 2],
  ['o[a]=S}', 'o.set(a,S)}', 1],
  ['o[a]=P}', 'o.set(a,P)}', 1],
  ['o=n.edges[i];', 'o=n.edges.get(i);', 2],
  ['static deserialize(t,r){let n=Ba(t);', `static deserialize(t,r){let n={strings:t.strings,${readLater}};`, 1],
] as const;

const changes: readonly Change[] = [
  { file: tables, make: () => noTables },
  // Messages of zod in fifty languages: ours are in the contracts.
  { file: /\/zod\/v4\/locales\/index\.js$/, make: () => ({ contents: "export { default as en } from './en.js';" }) },
  // Files that come as forms, which Nest could take: ours come as they are.
  {
    file: /\/node_modules\/multer\/index\.js$/,
    make: () => ({ contents: "module.exports = () => { throw new Error('no forms with files are taken'); };" }),
  },
  { file: /\/node_modules\/mime-db\/db\.json$/, make: ({ path }) => withExtensions(path) },
  { file: /\/query_compiler_\w+\.postgresql\.wasm-base64\.m?js$/, make: ({ path, out }) => compilerBeside(path, out) },
  { file: /\/generated\/internal\/class\.ts$/, make: ({ path }) => withoutRemarks(path) },
  {
    file: /\/@nestjs\/common\/services\/console-logger\.service\.js$/,
    make: ({ path }) => ({ contents: reworded(path, datesLater) }),
  },
  {
    file: /\/@prisma\/client\/runtime\/client\.m?js$/,
    make: ({ path }) => ({ contents: reworded(path, prismaNodes) }),
  },
];

/** Leaves out of a program what it never uses, and puts off what it seldom does. What is not found any more stops the bundle. */
export const leaner = (out: string): Plugin => ({
  name: 'leaner',
  setup({ onEnd, onLoad, onResolve }) {
    const missing = new Set(['passkeys', 'rxjs', 's3', ...changes.map(({ file }) => String(file))]);
    for (const { file, make } of changes)
      onLoad({ filter: file }, ({ path }) => {
        missing.delete(String(file));
        return make({ path, out });
      });
    // Of its modern files only what is used is taken; Node's are one for all.
    onResolve({ filter: /^rxjs(?:\/operators)?$/ }, ({ path, resolveDir }) => {
      missing.delete('rxjs');
      const folder = dirname(createRequire(join(resolveDir, 'index.js')).resolve('rxjs/package.json'));
      return { path: join(folder, 'dist', 'esm', path.slice('rxjs'.length), 'index.js') };
    });
    // Of its commands, too, only those that are sent.
    onResolve({ filter: /^@aws-sdk\/(?:client-s3|lib-storage)$/ }, ({ path, resolveDir }) => {
      missing.delete('s3');
      const main = createRequire(join(resolveDir, 'index.js')).resolve(path);
      return { path: join(dirname(main), '..', 'dist-es', 'index.js'), sideEffects: false };
    });
    onResolve({ filter: /^@simplewebauthn\/server$/ }, ({ importer, kind }) => {
      if (kind !== 'import-statement' || !importer.includes('@better-auth/passkey')) return null;
      missing.delete('passkeys');
      return { path: importer, namespace: 'later' };
    });
    onLoad({ filter: /./, namespace: 'later' }, ({ path }) => ({ contents: webauthn, resolveDir: dirname(path) }));
    onEnd(() => ({ errors: [...missing].map((text) => ({ text: `nothing was left out for ${text}` })) }));
  },
});
