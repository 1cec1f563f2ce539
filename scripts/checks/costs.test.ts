import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sizes, tiers } from '../../stacks/foundation/tier.ts';
import { root } from '../run.ts';

const text = readFileSync(join(root, 'packages/docs/operations/cost.md'), 'utf8');

/** Rows of the tables below a heading, without their head. */
function rowsBelow(heading: string): string[][] {
  const [section = ''] = text.split(`## ${heading}\n`)[1]?.split('\n## ') ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replaceAll(/[*`,]/g, '').trim()),
  );
}

const headings = [...text.matchAll(/^## (.*)$/gm)].map((match) => match[1] ?? '');
const calculated = headings.filter((heading) => heading !== 'Prices');
const prices = new Map(rowsBelow('Prices').map(([name = '', , , price]) => [name, Number(price)]));

const cents = (amount: number): number => Math.round(amount * 100 + 1e-6);
const overview = [...text.matchAll(/^\| (.+?) +\| ([\d,.]+) +\|$/gm)].map(([, name, sum]) => [
  name,
  Number(sum?.replace(',', '')),
]);

describe.each(calculated)('%s', (heading) => {
  const rows = rowsBelow(heading);
  const [together, ...parts] = rows.toReversed();

  it('multiplies rightly, by prices that have a source', () => {
    expect(parts.length).toBeGreaterThan(2);
    const wrong = parts.filter(
      ([, quantity, price = '', month]) => cents(Number(quantity) * (prices.get(price) ?? Number.NaN)) !== cents(Number(month)),
    );
    expect(wrong).toEqual([]);
  });

  it('adds up to what is said', () => {
    const sum = parts.reduce((total, [, , , month]) => total + cents(Number(month)), 0);
    expect(cents(Number(together?.[3]))).toBe(sum);
    expect(overview).toContainEqual([heading, sum / 100]);
  });
});

it('names a source for each price, and uses it', () => {
  const used = new Set(calculated.flatMap((heading) => rowsBelow(heading).map(([, , price]) => price)));
  for (const [name = '', , , price, , source] of rowsBelow('Prices')) {
    expect(Number(price), name).toBeGreaterThan(0);
    expect(source).toMatch(/^\[AWS\]\(https:\/\/aws\.amazon\.com\/.+\)$/);
    expect(used).toContain(name);
  }
});

/** Hours of a month, as AWS's calculator counts them. */
const hours = 730;

it.each(tiers)('counts what the foundation of %s is made of', (tier) => {
  const { database, cache, natGateways, zones, budget } = sizes[tier];
  const heading = tier === 'production' ? 'The foundation of production' : 'The foundation of previews';
  const rows = rowsBelow(heading);
  const quantities = new Map(rows.map(([, quantity, price = '']) => [price, Number(quantity)]));
  const standby = database.standby ? '.multi-az' : '';
  expect(Object.fromEntries(quantities)).toMatchObject({
    [`rds.${database.instance}${standby}`]: hours,
    [`rds.disk${standby}`]: database.gigabytes,
    [cache.node.replace('cache', 'valkey')]: 2 * cache.nodes * hours,
    'nat.hour': natGateways * hours,
    endpoint: 5 * zones * hours,
  });
  // Somebody is told at 80 %: not by what stands there anyway.
  expect(Number(rows.at(-1)?.[3])).toBeLessThan(budget * 0.8);
});
