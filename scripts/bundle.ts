import { statSync } from 'node:fs';
import { bundle, bundles } from './bundle/bundle.ts';

/** `npm run bundle [-- name…]`: the programs as AWS starts them, one file each, in functions/<name>/dist. */
const names = process.argv.slice(2);
for (const each of bundles.filter(({ name }) => names.length === 0 || names.includes(name))) {
  const file = await bundle(each);
  console.log(`${each.name}: ${(statSync(file).size / 1_000_000).toFixed(2)} MB`);
}
