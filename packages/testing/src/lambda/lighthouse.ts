import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { spawnTethered, stopChild, untilReady } from '../services/child.ts';
import { freePort } from '../services/ports.ts';
import { requireProgram } from '../services/system.ts';

/** No sandbox as root in a container, and nothing that calls home or is not measured. */
const args = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

export type Looker = {
  /** Lets Lighthouse look at a page, with a session's cookie or without. */
  look(url: string, cookie?: string): Promise<Verdict>;
  close(): Promise<void>;
};

/** From 0 to 100 (0 also for what was not asked), and what stands in the way of 100. */
export type Verdict = {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly lacking: readonly string[];
};

const all = ['performance', 'accessibility', 'best-practices'] as const;
type Category = (typeof all)[number];
type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

function lackingIn({ categories: found, audits }: Result, category: Category): string[] {
  const refs = found[category]?.auditRefs.filter(({ weight }) => weight > 0) ?? [];
  const failed = refs.flatMap(({ id }) => audits[id] ?? []).filter(({ score }) => score !== null && score < 1);
  return failed.map(({ id, score, displayValue = '' }) => `${category} ${id} ${score} ${displayValue}`.trimEnd());
}

function verdictOf(result: Result): Verdict {
  // A page that was answered with an error is no page to be praised.
  if (result.runtimeError) throw new Error(`${result.finalDisplayedUrl}: ${result.runtimeError.message}`);
  const [performance = 0, accessibility = 0, bestPractices = 0] = all.map((category) =>
    Math.round(100 * (result.categories[category]?.score ?? 0)),
  );
  return { performance, accessibility, bestPractices, lacking: all.flatMap((category) => lackingIn(result, category)) };
}

/** Chromium with Lighthouse in it, which sees pages as a desktop computer does. */
export async function openLooker(categories: readonly Category[] = all): Promise<Looker> {
  const program = requireProgram(['chromium', 'chromium-browser', 'google-chrome'], 'chromium');
  const folder = mkdtempSync(join(tmpdir(), 'atlas-lighthouse-'));
  const port = await freePort();
  const own = [`--user-data-dir=${folder}`, `--remote-debugging-port=${port}`, 'about:blank'];
  const child = spawnTethered(program, [...args, ...own], 'SIGKILL', { stdio: 'ignore' });
  const close = async () => {
    await stopChild(child, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(child, async () => void (await fetch(`http://127.0.0.1:${port}/json/version`)));
  } catch (error) {
    await close();
    throw error;
  }
  const look = async (url: string, cookie?: string) => {
    const flags = {
      port,
      logLevel: 'error' as const,
      onlyCategories: [...categories],
      ...(cookie && { extraHeaders: { Cookie: cookie } }),
    };
    const result = await lighthouse(url, flags, desktopConfig);
    if (!result) throw new Error(`${url} was not looked at`);
    if (new URL(result.lhr.finalDisplayedUrl).href !== new URL(url).href)
      throw new Error(`${url} led to ${result.lhr.finalDisplayedUrl}`);
    return verdictOf(result.lhr);
  };
  return { look, close };
}
