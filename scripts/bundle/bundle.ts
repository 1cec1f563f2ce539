import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from '../run.ts';

/** A program that is shipped as one file. */
type Bundle = {
  readonly name: 'api' | 'worker' | 'migrate';
  readonly entry: string;
  readonly file: string;
  /** Small programs beside it, by the names of their files. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Packages that the program can do without. */
  readonly external: readonly string[];
  /** Folders of files that are served as they are, by the package they come from. */
  readonly assets: readonly string[];
  /** Files and folders of the repository that it reads, under their own paths. */
  readonly reads?: readonly string[];
};

/** Nest asks for these and goes on without them. */
const nestPeers = ['websockets', 'microservices'].flatMap((name) => [`@nestjs/${name}`, `@nestjs/${name}/*`]);
const neverUsed = [...nestPeers, 'class-transformer', 'class-transformer/*', 'class-validator'];

export const bundles: readonly Bundle[] = [
  // Mail is written by the worker.
  { name: 'api', entry: 'lambda.ts', file: 'handler.mjs', external: [...neverUsed, 'mjml'], assets: ['swagger-ui-dist'] },
  {
    name: 'worker',
    entry: 'main.ts',
    file: 'main.mjs',
    beside: { 'healthy.mjs': 'healthy.ts' },
    external: neverUsed,
    assets: [],
  },
  {
    name: 'migrate',
    entry: 'handler.ts',
    file: 'handler.mjs',
    external: [...neverUsed, 'mjml'],
    assets: [],
    reads: ['prisma/migrations', 'prisma/sql/roles.sql'],
  },
];

/** CommonJS packages find what they expect of a module in an ES module. */
const commonJs = [
  "import { createRequire as atlasRequire } from 'node:module';",
  "import { fileURLToPath as atlasPath } from 'node:url';",
  'const require = atlasRequire(import.meta.url);',
  'const __filename = atlasPath(import.meta.url);',
  "const __dirname = atlasPath(new URL('.', import.meta.url));",
].join('\n');

/** Encodings of East Asia, 1.4 MB of tables, that the parser of bodies could read: JSON is UTF-8. */
const withoutTables: Plugin = {
  name: 'without-tables',
  setup: ({ onLoad }) => {
    onLoad({ filter: /iconv-lite\/encodings\/dbcs-data\.js$/ }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Makes a program one file, beside the assets it serves. @returns its path */
export async function bundle({ name, entry, file, beside = {}, external, assets, reads = [] }: Bundle): Promise<string> {
  const folder = join(root, 'functions', name);
  const out = join(folder, 'dist');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
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
    minify: true,
    // Nest names its parts by their classes.
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: commonJs },
    external: [...external],
    plugins: [withoutTables],
    logLevel: 'warning',
  });
  for (const asset of assets) {
    const from = dirname(createRequire(join(folder, 'package.json')).resolve(`${asset}/package.json`));
    cpSync(from, join(out, 'node_modules', asset), {
      recursive: true,
      filter: (path) => !/\.(?:map|md)$|-es-|\/absolute-path|standalone/.test(path),
    });
  }
  for (const path of reads) cpSync(join(root, path), join(out, path), { recursive: true });
  return join(out, file);
}
