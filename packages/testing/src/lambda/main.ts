import { startPgBouncer } from '../services/pgbouncer.ts';
import { pooled } from './pooled.ts';
import { openSite, type SiteOptions } from './site.ts';

type Settings = SiteOptions['environment'] & { readonly DATABASE_APP_URL: string; readonly DATABASE_AUTH_URL: string };

/** A process of its own with the functions of a site, and what AWS puts before and behind them. `SITE` has its options as JSON. */
const options = JSON.parse(process.env.SITE ?? '') as SiteOptions & { readonly environment: Settings };

const passwordIn = (databaseUrl: string): [user: string, password: string] => {
  const { username, password } = new URL(databaseUrl);
  return [decodeURIComponent(username), decodeURIComponent(password)];
};

const { DATABASE_APP_URL: app, DATABASE_AUTH_URL: auth } = options.environment;
const passwords = Object.fromEntries([app, auth].map(passwordIn));
const pooler = await startPgBouncer({ postgresUrl: app, passwords, poolSize: 20 });
const environment = pooled(options.environment, new URL(pooler.url).host);
const site = await openSite({ ...options, environment, onSaid: (text) => process.stdout.write(text) });

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void site
      .close()
      .then(() => pooler.stop())
      .then(() => process.exit(0));
  });
