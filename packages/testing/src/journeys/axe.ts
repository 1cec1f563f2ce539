import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** As it is shipped to browsers: half as long for each page to read. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of axe that judge by colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** What stands above the page and is all that can be reached: the page below was looked at before it opened. */
const dialog = '[role="dialog"], [role="alertdialog"]';

/**
 * A page has some dozens of colours, in notations that take long to read, and axe reads them for each text and for all that
 * lies below it: that was more than half of its work. What it reads a text as does not change.
 */
const readsEachColourOnce = `{
  const { prototype } = axe.commons.color.Color;
  const { parseString } = prototype;
  const known = new Map();
  prototype.parseString = function (text) {
    const { r, g, b, alpha } = known.get(text) ?? parseString.call(this, text);
    if (!known.has(text)) known.set(text, { r, g, b, alpha });
    return Object.assign(this, { r, g, b, alpha });
  };
}`;

/** Asked in the page itself, which keeps axe until it is left: what the builder puts together anew each time takes as long as looking. */
async function violationsIn(page: Page, options: RunOptions): Promise<AxeResults['violations']> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(`${source}\n${readsEachColourOnce}`);
  const where = (await page.locator(dialog).count()) > 0 ? JSON.stringify({ include: [[dialog]] }) : 'document';
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${where}, ${JSON.stringify(options)})`);
  return violations;
}

/** What axe finds serious or critical on the page, by all rules or by some, in a line each. */
export async function seriousIssues(page: Page, rules?: string[]): Promise<string[]> {
  // What passes is told of by nobody.
  const options: RunOptions = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) };
  const isOneFrame = page.frames().length === 1;
  const violations = isOneFrame
    ? await violationsIn(page, options)
    : (await new AxeBuilder({ page }).options(options).analyze()).violations;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${page.url()}: ${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`);
}

/** Colours change with the next picture, not with the answer, and some of them little by little. */
const inNewColours = `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  .then(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))`;

/** What stays: a page that was just coming alive, or fading, is looked at once more. */
async function lastingIssues(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(inNewColours);
  const issues = await seriousIssues(page, rules);
  if (issues.length === 0) return issues;
  await page.waitForTimeout(500);
  return seriousIssues(page, rules);
}

/** Fails when axe finds something serious, in light or in dark: the same page in other colours. */
export async function expectNothingSerious(page: Page): Promise<void> {
  expect(await lastingIssues(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await lastingIssues(page, ofColours)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}
