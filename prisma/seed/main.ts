import { seed } from './seed.ts';

/** Ends with this when the database belongs to people who have no demo workspace: it is left alone. */
const withoutDemo = 3;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const begun = performance.now();
const seeded = await seed(process.env, say);
if (seeded === 'made') say(`the demo workspace is ready (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
process.exit(seeded === 'others' ? withoutDemo : 0);
