import { auth } from './bench/auth.ts';
import { closing } from './bench/close.ts';
import { imports } from './bench/import.ts';
import { lambda } from './bench/lambda.ts';
import { lighthouse } from './bench/lighthouse.ts';
import type { Figure } from './bench/measure.ts';
import { mixed } from './bench/mixed.ts';
import { posting } from './bench/posting.ts';
import { page, trialBalance } from './bench/reading.ts';
import { reconcile } from './bench/reconcile.ts';
import { rls } from './bench/rls.ts';
import { start } from './bench/start.ts';
import { statements, taxReport } from './bench/statements.ts';
import { web } from './bench/web.ts';

const benches: Readonly<Record<string, (seconds: number) => Promise<Figure[]>>> = {
  posting,
  page,
  'trial-balance': trialBalance,
  statements,
  'tax-report': taxReport,
  close: closing,
  reconcile,
  import: imports,
  mixed,
  rls,
  auth,
  start,
  lambda,
  web,
  lighthouse,
};

const [name = '', ...flags] = process.argv.slice(2);
const seconds = Number(/^--seconds=(\d+)$/.exec(flags[0] ?? '')?.[1] ?? '20');
const bench = benches[name];
if (!bench) {
  process.stderr.write(`Usage: npm run bench -- <${Object.keys(benches).join(' | ')}> [--seconds=20]\n`);
  process.exit(1);
}
for (const figure of await bench(seconds)) process.stdout.write(`${JSON.stringify(figure)}\n`);
process.exit();
