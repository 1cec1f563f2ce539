import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../run.ts';
import { scaffold } from './scaffold.ts';
import { filled, pluralOf, wordsOf } from './words.ts';

const at = new Date('2026-12-24T18:30:00Z');

describe('words', () => {
  it.each([
    ['asset', 'assets'],
    ['category', 'categories'],
    ['day', 'days'],
    ['tax', 'taxes'],
    ['batch', 'batches'],
  ])('the plural of %s is %s', (one, many) => {
    expect(pluralOf(one)).toBe(many);
  });

  it('take the forms that files need', () => {
    const words = wordsOf('fleets', 'leased-car', at, '4.6.7');
    expect(filled('create__One__ __one__ __many_snake___pkey __stamp_____module__ __A_one__ __unknown__', words)).toBe(
      'createLeasedCar leasedCar leased_cars_pkey 20261224183000_fleets A leased car __unknown__',
    );
    expect(wordsOf('fleets', undefined, at, '').One).toBe('Fleet');
  });

  it.each([
    ['Fleets', undefined, /lower-case/],
    ['leased-cars', undefined, /lower-case/],
    ['payroll', undefined, /first aggregate/],
    ['payroll', 'Pay Slip', /singular/],
  ])('refuse %s %s', (module, aggregate, message) => {
    expect(() => wordsOf(module, aggregate, at, '')).toThrow(message);
  });
});

/** A copy of the repository's sources whose packages see each other and the installed dependencies. */
function copyOfHouse(): string {
  const copy = mkdtempSync(join(tmpdir(), 'atlas-house-'));
  const sources = (path: string) => !/\/(node_modules|\.next|\.git)(\/|$)/.test(path);
  for (const name of ['packages', 'functions', 'prisma', 'scripts'])
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: sources });
  for (const name of ['package.json', 'biome.json', 'tsconfig.base.json', '.gitignore', '.dependency-cruiser.cjs'])
    cpSync(join(root, name), join(copy, name));
  // What a package has in another version than everybody.
  for (const own of globSync('{packages,functions}/*/node_modules', { cwd: root })) symlinkSync(join(root, own), join(copy, own));
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@atlas'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@atlas') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const name of readdirSync(join(copy, 'packages')))
    symlinkSync(join(copy, 'packages', name), join(modules, '@atlas', name));
  for (const name of readdirSync(join(copy, 'functions')))
    symlinkSync(join(copy, 'functions', name), join(modules, '@atlas', name));
  return copy;
}

describe('a new module', () => {
  let house: string;
  let paths: string[];
  const bin = (name: string) => join(root, 'node_modules', '.bin', name);

  beforeAll(() => {
    house = copyOfHouse();
    paths = scaffold(house, wordsOf('fleets', 'leased-car', at, '4.6.7'));
    symlinkSync(join(house, 'packages', 'fleets'), join(house, 'node_modules', '@atlas', 'fleets'));
    const written = paths.filter((path) => /\.(ts|json)$/.test(path));
    execFileSync(bin('biome'), ['check', '--write', '--error-on-warnings', ...written], { cwd: house, stdio: 'pipe' });
  }, 60_000);
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  it('leaves no placeholder behind and is registered', () => {
    for (const path of paths) expect(readFileSync(join(house, path), 'utf8') + path, path).not.toMatch(/__\w+__/);
    expect(readFileSync(join(house, 'packages/modules/src/index.ts'), 'utf8')).toMatch(/, fleets\]/);
    expect(readFileSync(join(house, 'packages/testing/src/laws/scenarios/index.ts'), 'utf8')).toContain('...fleets');
  });

  it('is found in order by every check', () => {
    const { stdout } = spawnSync(process.execPath, ['scripts/checks/run.ts'], { cwd: house, encoding: 'utf8' });
    expect(stdout).toContain('✓ one name everywhere');
    expect(stdout.split('\n').filter((line) => /fleets|packages\/(modules|testing)\//.test(line))).toEqual([]);
  }, 60_000);

  it('is typed', () => {
    const roots = ['packages/fleets', 'packages/modules', 'packages/testing/src/laws/scenarios'].map((name) => join(house, name));
    const { config } = ts.readConfigFile(join(house, 'tsconfig.base.json'), ts.sys.readFile);
    const { options, fileNames } = ts.parseJsonConfigFileContent({ ...config, include: roots }, ts.sys, house);
    const program = ts.createProgram(fileNames, options);
    const files = program.getSourceFiles().filter(({ fileName }) => fileNames.includes(fileName));
    expect(files.map(({ fileName }) => fileName)).toEqual(
      expect.arrayContaining(paths.filter((path) => path.endsWith('.ts')).map((path) => join(house, path))),
    );
    // What these files import is checked where it stands.
    const found = [
      ...program.getConfigFileParsingDiagnostics(),
      ...program.getOptionsDiagnostics(),
      ...files.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
    ];
    expect(
      ts.formatDiagnostics(found, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => house,
        getNewLine: () => '\n',
      }),
    ).toBe('');
  }, 120_000);

  it('writes over nothing', () => {
    expect(() => scaffold(house, wordsOf('base', 'thing', at, ''))).toThrow('prisma/schema/base.prisma exists already');
    expect(existsSync(join(house, 'packages/base'))).toBe(false);
  });

  it('is not made twice', () => {
    expect(() => scaffold(house, wordsOf('fleets', undefined, at, ''))).toThrow(/exists already/);
  });
});
