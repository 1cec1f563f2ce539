import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { platform, root } from './pulumi.ts';

const commonJs = [
  "import { createRequire as evaluationRequire } from 'node:module';",
  'const require = evaluationRequire(import.meta.url);',
  'const __dirname = import.meta.dirname;',
].join('\n');

/** The globals that SST gives to a configuration, and to nothing of its own. */
const withGlobals = (globals: string): Plugin => ({
  name: 'with-globals',
  setup: ({ onLoad }) => {
    onLoad({ filter: /(?:sst\.config|stacks\/app\/[^/]+)\.ts$/ }, async ({ path }) => {
      const { readFile } = await import('node:fs/promises');
      return { contents: `${globals}\n${await readFile(path, 'utf8')}`, loader: 'ts' };
    });
  },
});

export type CompileOptions = {
  readonly code: string;
  readonly name: string;
  /** Constants, as source text. */
  readonly define?: Readonly<Record<string, string>>;
  readonly inject?: readonly string[];
  readonly globals?: string;
  readonly banner?: string;
};

/** Compiles a program as `sst` does, beside the packages of its platform, and answers what its default export is. */
export async function compileAndLoad({
  code,
  name,
  define = {},
  inject = [],
  globals = '',
  banner = '',
}: CompileOptions): Promise<unknown> {
  const outfile = join(platform, `evaluation-${name}-${process.pid}.mjs`);
  await build({
    stdin: { contents: code, resolveDir: root, sourcefile: `${name}.ts`, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    nodePaths: [join(platform, 'node_modules')],
    banner: { js: `${commonJs}\n${banner}` },
    define: { ...define },
    inject: [...inject],
    external: ['@pulumi/*', '@pulumiverse/*', '@sst-provider/*', '@aws-sdk/*', 'undici', 'esbuild', 'archiver', 'glob', 'vite'],
    plugins: [withGlobals(globals)],
    logLevel: 'error',
  });
  try {
    return ((await import(pathToFileURL(outfile).href)) as { default: unknown }).default;
  } finally {
    rmSync(outfile, { force: true });
  }
}
