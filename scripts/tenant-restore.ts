import { parseArgs } from 'node:util';
import { restoreTenant } from './tenant-restore/restore.ts';

// How and when to use it: packages/docs/operations/restore-one-tenant.md
const usage = `Puts back one tenant's rows as a copy of the database has them:
  npm run tenant:restore -- --from <url of the copy> --to <url> --tenant <id> [--apply]
Both URLs are an administrator's. Without --apply everything is done, proven and taken back.\n`;

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    tenant: { type: 'string' },
    apply: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const { from, to, tenant, apply, help } = values;
if (help || !from || !to || !tenant || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(tenant)) {
  process.stderr.write(usage);
  process.exit(help ? 0 : 1);
}

try {
  const { tables, workspaceBroughtBack } = await restoreTenant({ from, to, tenantId: tenant, apply });
  for (const { name, removed, restored } of tables)
    if (removed + restored > 0) process.stdout.write(`${name}: ${removed} rows replaced by ${restored}\n`);
  if (workspaceBroughtBack) process.stdout.write('The workspace was gone and is back, suspended.\n');
  process.stdout.write(apply ? 'Restored.\n' : 'Sound. Nothing was changed: say --apply to keep it.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
