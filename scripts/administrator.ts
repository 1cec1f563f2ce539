import { uuidv7 } from '@atlas/kernel';
import { houseTenantId } from '@atlas/platform';
import pg from 'pg';
import { ownerUrlOrExit } from './owner-url.ts';

// Who runs Atlas is said here and nowhere else. It stands in the audit trail of the house.
const appoint = `
  with person as (
    update identity.users set administrator = $2 where lower(email) = lower($1) returning id, administrator
  )
  insert into audit_events (tenant_id, id, occurred_at, actor_kind, action, subject_id, request_id, after)
  select $3, $4, now(), 'system', 'administration.administrator.appoint', id, 'npm run administrator',
    jsonb_build_object('administrator', administrator)
  from person`;

const [email, off] = process.argv.slice(2);
if (email === undefined || (off !== undefined && off !== '--off')) {
  process.stderr.write('Say whom: npm run administrator -- <e-mail> [--off]\n');
  process.exit(1);
}

const client = new pg.Client({ connectionString: ownerUrlOrExit() });
await client.connect();
await client.query('begin');
await client.query(`select set_config('app.tenant_id', $1, true)`, [houseTenantId]);
const { rowCount } = await client.query(appoint, [email, off === undefined, houseTenantId, uuidv7()]);
await client.query('commit');
await client.end();
if (rowCount === 0) {
  process.stderr.write(`Nobody has signed up as ${email}.\n`);
  process.exit(1);
}
process.stdout.write(off === undefined ? `${email} runs Atlas now.\n` : `${email} does not run Atlas any more.\n`);
