import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type House, readJson, readText } from './house.ts';
import { awsOperations, everyday, packageOf, subcommands } from './known-commands.ts';
import { type Command, commandsIn } from './shell.ts';

export type CommandProblem = { readonly index: number; readonly message: string };

const flagsIn = (words: readonly string[]): string[] =>
  words.filter((word) => word.startsWith('--') && word !== '--').map((word) => word.slice(2).split('=')[0] ?? '');

/** The sources of a script: its file, and the folder of the same name. */
function sourcesOf(house: House, script: string): string {
  const [file] = /scripts\/[\w/-]+\.ts/.exec(script) ?? [];
  if (file === undefined) return '';
  const folder = file.replace(/\.ts$/, '/');
  return house.sources
    .filter(({ path }) => path === file || path.startsWith(folder))
    .map(({ text }) => text)
    .join('\n');
}

/** Options of a script stand in its source. Names of scripts themselves are looked at wherever they stand in a text. */
function npmProblem(house: House, words: readonly string[]): string | null {
  const name = words[1] === 'run' ? words[2] : words[1];
  const scripts = (readJson(house, 'package.json')?.scripts ?? {}) as Record<string, string>;
  const separator = words.indexOf('--');
  if (name === undefined || scripts[name] === undefined || separator < 0) return null;
  const source = sourcesOf(house, scripts[name]);
  const unknown = flagsIn(words.slice(separator)).find((flag) => !new RegExp(`\\b${flag}\\b`).test(source));
  return unknown === undefined ? null : `npm run ${name} knows no --${unknown}`;
}

function npxProblem(house: House, [, program = '', subcommand = '']: readonly string[]): string | null {
  const name = packageOf[program] ?? program;
  const named = ['package.json', 'web/package.json'].some((path) => {
    const { dependencies, devDependencies } = (readJson(house, path) ?? {}) as Record<string, Record<string, string>>;
    return name in { ...dependencies, ...devDependencies };
  });
  if (!named) return `npx would have to fetch "${program}": no package.json names it`;
  return subcommands[program] && !subcommands[program].has(subcommand) ? `${program} knows no "${subcommand}"` : null;
}

function awsProblem(words: readonly string[]): string | null {
  const operation = Object.keys(awsOperations).find((known) => `${words.slice(1).join(' ')} `.startsWith(`${known} `));
  if (operation === undefined) return `"aws ${words.slice(1, 3).join(' ')}" is not in scripts/checks/known-commands.ts`;
  const unknown = flagsIn(words).find((flag) => !awsOperations[operation]?.includes(flag));
  return unknown === undefined ? null : `aws ${operation} knows no --${unknown}`;
}

function problemOf(house: House, { words }: Command): string | null {
  const [program = '', first = ''] = words;
  if (program === 'npm') return npmProblem(house, words);
  if (program === 'npx') return npxProblem(house, words);
  if (program === 'aws') return awsProblem(words);
  if (program === 'node') return first.endsWith('.ts') && !existsSync(join(house.root, first)) ? `there is no ${first}` : null;
  if (subcommands[program]) return subcommands[program].has(first) ? null : `${program} knows no "${first}"`;
  return everyday.has(program) ? null : `nobody knows the program "${program}"`;
}

/** What is wrong with the commands that a document tells people to type. */
export const problemsOfCommands = (house: House, file: string): CommandProblem[] =>
  commandsIn(readText(house, file)).flatMap((command) => {
    const message = problemOf(house, command);
    return message === null ? [] : [{ index: command.index, message }];
  });
