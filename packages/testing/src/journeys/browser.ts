import { randomBytes, randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { linkIn, mailTo } from './mail.ts';

/** No sandbox as root in a container, and nothing that calls home. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let opened: Promise<Browser> | undefined;

const browser = (): Promise<Browser> => {
  opened ??= chromium.launch({ executablePath: inject('chromiumPath'), args });
  return opened;
};

afterAll(async () => {
  await (await opened)?.close();
  opened = undefined;
});

export type Person = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly problems: string[];
  close(): Promise<void>;
};

/** An address of nobody else, so that nobody is suspected for what others guess. */
const newAddress = (): string => `10.${[...randomBytes(3)].join('.')}`;

/**
 * Someone with a browser and an address of their own. What the page reports as an error, and what its security policy holds
 * back, is kept in `problems`.
 */
export async function newPerson(
  options: { width?: number; height?: number; colorScheme?: 'light' | 'dark' } = {},
): Promise<Person> {
  const { width = 1366, height = 900, colorScheme = 'light' } = options;
  const context = await (await browser()).newContext({
    // What is half faded in has half its contrast: nothing moves while it is looked at.
    reducedMotion: 'reduce',
    baseURL: inject('atlasUrl'),
    viewport: { width, height },
    colorScheme,
    locale: 'en-GB',
    extraHTTPHeaders: { 'X-Forwarded-For': newAddress() },
  });
  const page = await context.newPage();
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`);
  });
  page.setDefaultTimeout(20_000);
  return { page, context, problems, close: () => context.close() };
}

/** The password of everyone who signs up. */
export const password = 'correct horse battery';

/** Makes an account, wherever the sign-up page stands and leads to. */
export async function makeAccount({ page }: Person, name: string, email: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Opens the mailed link that confirms an address and signs in. */
export async function confirmAddress(person: Person, email: string): Promise<void> {
  const { page } = person;
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  await page.goto(linkIn(await mailTo(person, email, /Confirm your e-mail/)));
  await page.getByRole('button', { name: 'Verify' }).click();
}

/** Signs a new person up and opens the books of a new workspace. Answers with their address. */
export async function signUp(
  person: Person,
  workspace: string,
  company: { currency: string; booksStartOn: string },
): Promise<string> {
  const { page } = person;
  const email = `${randomUUID()}@atlas.example`;
  await page.goto('/sign-up');
  await makeAccount(person, 'Ada Ledger', email);
  await confirmAddress(person, email);
  await page.waitForURL('**/create-workspace');
  expect(await seriousIssues(page)).toEqual([]);
  await page.getByLabel('Name of the company').fill(workspace);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/set-up**');
  await page.getByLabel('Books start on').waitFor();
  expect(await seriousIssues(page)).toEqual([]);
  await page.getByLabel('Currency of the books').selectOption(company.currency);
  await page.getByLabel('Books start on').fill(company.booksStartOn);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return email;
}

/** Signs in with the demo login. */
export async function signInToDemo(person: Person): Promise<void> {
  const { page } = person;
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(inject('demoEmail'));
  await page.getByLabel('Password').fill(inject('demoPassword'));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/');
}

/** What axe finds serious or critical on the page, in a line each. */
export async function seriousIssues(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${page.url()}: ${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`);
}

/** Fails when the page reported an error. */
export function expectNoProblems(person: Person): void {
  expect(person.problems).toEqual([]);
}
