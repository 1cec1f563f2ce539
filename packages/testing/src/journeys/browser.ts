import { randomBytes, randomUUID } from 'node:crypto';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
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

/** Closes the browser of a file's people. */
export async function closeBrowser(): Promise<void> {
  await (await opened)?.close();
  opened = undefined;
}

/** What stands on the pages that are open: its dialogs, or else all of it. For whoever asks why a journey failed. */
export async function whatIsSeen(): Promise<string> {
  const pages = (await opened)?.contexts().flatMap((context) => context.pages()) ?? [];
  const texts = pages.map(async (page) => {
    const dialogs = await page.getByRole('dialog').allInnerTexts();
    const texts = dialogs.length > 0 ? dialogs : await page.locator('body').allInnerTexts();
    return `${page.url()}\n${texts.join('\n').slice(0, 2000)}`;
  });
  return (await Promise.all(texts)).join('\n\n');
}

export type Person = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly problems: string[];
  close(): Promise<void>;
};

/** An address of nobody else, so that nobody is suspected for what others guess. */
const newAddress = (): string => `10.${[...randomBytes(3)].join('.')}`;

/** A page is opened when it is alive, unless somebody says otherwise: clicks wait for what they meet, keys do not. */
function waitUntilAlive(page: Page): void {
  const open = page.goto.bind(page);
  page.goto = async (path, options) => {
    const answer = await open(path, options);
    if (!options?.waitUntil) await page.locator('[data-until-alive]:disabled').first().waitFor({ state: 'detached' });
    return answer;
  };
}

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
  context.on('page', waitUntilAlive);
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

/** Enter, once the page knows what to do with it. */
async function enter(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true, disabled: false }).waitFor();
  await page.keyboard.press('Enter');
}

/** Signs a new person up and opens the books of a new workspace, with a look at each page. Answers with their address. */
export async function signUp(
  person: Person,
  workspace: string,
  company: { currency: string; booksStartOn: string; chart?: 'standard' | 'services' | 'empty' },
  look: (page: Page) => Promise<void> = async () => undefined,
): Promise<string> {
  const { page } = person;
  const email = `${randomUUID()}@atlas.example`;
  await page.goto('/sign-up');
  await makeAccount(person, 'Ada Ledger', email);
  await confirmAddress(person, email);
  await page.waitForURL('**/create-workspace');
  await look(page);
  await page.getByLabel('Name of the company').fill(workspace);
  await enter(page, 'Create workspace');
  await page.waitForURL('**/set-up**');
  await page.getByLabel('Books start on').waitFor();
  await look(page);
  await page.getByLabel('Currency of the books').selectOption(company.currency);
  if (company.chart) await page.getByLabel('Chart of accounts').selectOption(company.chart);
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
  await enter(page, 'Sign in');
  await page.waitForURL((url) => url.pathname === '/');
}

/** Fails when the page reported an error. */
export function expectNoProblems(person: Person): void {
  expect(person.problems).toEqual([]);
}
