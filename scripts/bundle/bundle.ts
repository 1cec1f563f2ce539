import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { openApiText } from '../openapi-snapshot.ts';
import { root } from '../run.ts';
import { leaner, withoutTables } from './leaner.ts';

/** A program as it is shipped. */
type Bundle = {
  readonly name: 'api' | 'worker' | 'migrate';
  /** The folder that it is made in: its own unless it is said. */
  readonly out?: string;
  readonly entry: string;
  readonly file: string;
  /** Small programs beside it, by the names of their files. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Packages that the program can do without. */
  readonly external: readonly string[];
  /** Folders of files that are served as they are, by the package they come from. */
  readonly assets: readonly string[];
  /** Files that a package reads beside its own program, which ours becomes. */
  readonly beneath?: Readonly<Record<string, readonly string[]>>;
  /** Texts that would cost a request to make, by their paths beside the program. */
  readonly texts?: Readonly<Record<string, () => string>>;
  /** Whether somebody waits for its start: then what it seldom needs is a file of its own, or is left out. */
  readonly isLean?: boolean;
  /** Files and folders of the repository that it reads, under their own paths. */
  readonly reads?: readonly string[];
};

/** Nest asks for these and goes on without them. What reads which browser somebody has belongs to a part of AWS's SDK for browsers. */
const nestPeers = ['websockets', 'microservices'].flatMap((name) => [`@nestjs/${name}`, `@nestjs/${name}/*`]);
const neverUsed = [...nestPeers, 'class-transformer', 'class-transformer/*', 'class-validator', 'file-type', 'bowser'];

/** What writes mail and files, which the worker does. */
const writers = ['mjml', 'pdfkit', 'write-excel-file/node', 'dejavu-fonts-ttf'];

export const bundles: readonly Bundle[] = [
  // Mail and the files of reports are written by the worker.
  {
    name: 'api',
    entry: 'lambda.ts',
    file: 'handler.mjs',
    external: [...neverUsed, ...writers],
    assets: ['swagger-ui-dist'],
    texts: { 'documents/openapi.json': () => JSON.stringify(JSON.parse(openApiText())) },
    isLean: true,
  },
  {
    name: 'worker',
    entry: 'main.ts',
    file: 'main.mjs',
    beside: { 'healthy.mjs': 'healthy.ts' },
    external: neverUsed,
    assets: ['dejavu-fonts-ttf'],
    beneath: { pdfkit: ['data/sRGB_IEC61966_2_1.icc'] },
  },
  {
    name: 'migrate',
    entry: 'handler.ts',
    file: 'handler.mjs',
    external: [...neverUsed, ...writers],
    assets: [],
    reads: ['prisma/migrations', 'prisma/sql/roles.sql'],
  },
];

/** The API as a server, which nobody ships. Tests start and kill it again and again: like this in a third of the time. */
export const server: Bundle = {
  name: 'api',
  out: join(root, 'packages', 'testing', 'dist', 'api'),
  entry: 'main.ts',
  file: 'main.mjs',
  external: [...neverUsed, ...writers],
  assets: ['swagger-ui-dist'],
};

/** CommonJS packages find what they expect of a module in an ES module. */
const commonJs = [
  "import { createRequire as atlasRequire } from 'node:module';",
  "import { fileURLToPath as atlasPath } from 'node:url';",
  'const require = atlasRequire(import.meta.url);',
  'const __filename = atlasPath(import.meta.url);',
  "const __dirname = atlasPath(new URL('.', import.meta.url));",
].join('\n');

/**
 * Node's own modules as `require` gives them. Imported by name they are first asked for all that they export, and
 * `node:http` then loads undici, which nobody needs at a start.
 */
const builtins: Plugin = {
  name: 'builtins',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^(?:node:)?[a-z_/0-9]+$/ }, ({ path, kind }) => {
      const name = path.replace('node:', '');
      return builtinModules.includes(name) && kind !== 'dynamic-import' ? { path: name, namespace: 'builtins' } : null;
    });
    onLoad({ filter: /./, namespace: 'builtins' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
  },
};

/** Files of a package that no page asks for. */
const unasked =
  /\.(?:map|txt)$|README|DejaVu(?!Sans(-Bold)?\.ttf)|-es-|swagger-ui\.js$|standalone|\/(?:absolute-path|index|oauth2|swagger-initializer)/;

/** Makes a program what is shipped, beside the assets it serves. @returns the path of the file that starts it */
export async function bundle({
  name,
  out = join(root, 'functions', name, 'dist'),
  entry,
  file,
  beside = {},
  external,
  assets,
  beneath = {},
  texts = {},
  isLean = false,
  reads = [],
}: Bundle): Promise<string> {
  const folder = join(root, 'functions', name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: Object.entries({ [file]: entry, ...beside }).map(([made, source]) => ({
      in: join(folder, 'src', source),
      out: basename(made, '.mjs'),
    })),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    splitting: isLean,
    // Names stay as they are, because Nest names its parts by their classes. To shorten and then restore them costs a start a third more.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: commonJs },
    external: [...external],
    plugins: isLean ? [leaner(out), builtins] : [withoutTables],
    logLevel: 'warning',
  });
  for (const asset of assets) {
    const from = dirname(createRequire(join(folder, 'package.json')).resolve(`${asset}/package.json`));
    cpSync(from, join(out, 'node_modules', asset), {
      recursive: true,
      filter: (path) => !unasked.test(path.slice(from.length)),
    });
  }
  for (const [name, paths] of Object.entries(beneath)) {
    const from = dirname(createRequire(join(root, 'packages/platform/package.json')).resolve(name));
    for (const path of paths) cpSync(join(from, path), join(out, path));
  }
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text());
  }
  for (const path of reads) cpSync(join(root, path), join(out, path), { recursive: true });
  return join(out, file);
}
