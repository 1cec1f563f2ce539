import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { uuidv7 } from '@atlas/kernel';
import { asAdministrator, newMember, testDatabase } from '@atlas/testing';
import { expect, test } from 'vitest';
import { root } from './run.ts';

const run = promisify(execFile);

test('who runs Atlas is said on the command line, and written down', async () => {
  const { urls } = await testDatabase();
  const userId = await newMember({ tenantId: uuidv7() });
  const email = `${userId}@example.com`;
  const env = { ...process.env, DATABASE_OWNER_URL: urls.owner };
  const script = (...args: string[]) => run(process.execPath, [join(root, 'scripts', 'administrator.ts'), ...args], { env });
  const isOne = async () =>
    (await asAdministrator<{ administrator: boolean }>('select administrator from identity.users where id = $1', [userId]))[0]
      ?.administrator;
  await script(email.toUpperCase());
  expect(await isOne()).toBe(true);
  await script(email, '--off');
  expect(await isOne()).toBe(false);
  const rows = await asAdministrator(
    `select after from audit_events where action = 'administration.administrator.appoint' and subject_id = $1 order by xact`,
    [userId],
  );
  expect(rows).toEqual([{ after: { administrator: true } }, { after: { administrator: false } }]);
  await expect(script('nobody@example.com')).rejects.toMatchObject({ code: 1 });
  await expect(script()).rejects.toMatchObject({ code: 1 });
});
