import { fileURLToPath } from 'node:url';
import { freePort } from '@atlas/testing/services';
import { type StandIn, standIns } from '@atlas/testing/standins';
import { untilAnswers } from './answers.ts';
import type { Parts } from './parts.ts';

export type Vendors = {
  /** What Atlas is configured with to meet them. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where mail is shown; null when it is sent. */
  readonly mailUrl: string | null;
  /** Resolves when they answer. */
  untilReady(): Promise<void>;
};

/** A vendor that the environment names is met itself: none of its variables is ours then. */
const isNamed = ({ environmentAt }: StandIn): boolean =>
  Object.keys(environmentAt('http://127.0.0.1')).some((name) => process.env[name] !== undefined);

const isWanted = ({ onlyWith }: StandIn): boolean => onlyWith === undefined || (process.env[onlyWith] ?? '') !== '';

/** Starts stand-ins for the vendors that the environment does not name, in one process. */
export async function startVendors(parts: Parts): Promise<Vendors> {
  const met: { standIn: StandIn; port: number; url: string }[] = [];
  for (const standIn of standIns.filter((each) => isWanted(each) && !isNamed(each))) {
    const port = await freePort();
    met.push({ standIn, port, url: `http://127.0.0.1:${port}` });
  }
  const environment: Record<string, string> = Object.assign({}, ...met.map(({ standIn, url }) => standIn.environmentAt(url)));
  if (met.length > 0) {
    const main = fileURLToPath(import.meta.resolve('@atlas/testing/standins/main'));
    const args = [main, ...met.map(({ standIn, port }) => `${standIn.name}=${port}`)];
    parts.startNode({ name: 'vendors', args, env: { ...process.env, ...environment } });
  }
  const mailUrl = environment.DEV_MAIL_URL ?? null;
  const untilReady = async () => {
    if (mailUrl !== null) await untilAnswers(`${mailUrl}/dev/mail`, 'the mailbox');
  };
  return { environment, mailUrl, untilReady };
}
