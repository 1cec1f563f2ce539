import { openSite, type SiteOptions } from './site.ts';

/** A process of its own with the functions of a site, and what AWS puts before them. `SITE` has its options as JSON. */
const options = JSON.parse(process.env.SITE ?? '') as SiteOptions;
const site = await openSite({ ...options, onSaid: (text) => process.stdout.write(text) });

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    void site.close().then(() => process.exit(0));
  });
