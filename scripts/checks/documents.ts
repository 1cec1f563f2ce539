import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { problemsOfCommands } from './commands.ts';
import { type Check, type Finding, type House, readJson, readText } from './house.ts';

const builtIn = new Set(['ci', 'install']);

function commandsIn(text: string): { command: string; index: number }[] {
  const found = [...text.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)];
  return found.map((match) => ({ command: match[1] as string, index: match.index }));
}

function findingsIn(house: House, file: string, scripts: ReadonlySet<string>): Finding[] {
  const text = readText(house, file);
  const findings: Finding[] = [];
  const at = (index: number, message: string) => findings.push({ file, line: text.slice(0, index).split('\n').length, message });
  // Prose may say "npm scripts": only what stands in code is a command.
  for (const block of text.matchAll(/```[^`]*```|`[^`\n]+`/g)) {
    for (const { command, index } of commandsIn(block[0])) {
      if (!builtIn.has(command) && !scripts.has(command)) at(block.index + index, `there is no npm script "${command}"`);
    }
  }
  for (const { index, message } of problemsOfCommands(house, file)) at(index, message);
  for (const link of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    const target = (link[1] as string).split('#')[0] as string;
    if (target === '' || /^[a-z]+:/.test(target)) continue;
    if (!existsSync(join(house.root, dirname(file), target))) at(link.index, `the link to ${target} leads nowhere`);
  }
  return findings;
}

/** What documents tell people to run exists, and their links lead somewhere. */
export const documents: Check = {
  name: 'documents',
  run: (house) => {
    // The web app has scripts of its own, which documents tell of.
    const scripts = new Set(
      ['package.json', 'web/package.json'].flatMap((path) =>
        Object.keys((readJson(house, path)?.scripts ?? {}) as Record<string, string>),
      ),
    );
    return house.files.filter((file) => file.endsWith('.md')).flatMap((file) => findingsIn(house, file, scripts));
  },
};
