import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '../database.ts';
import { readCatalogue } from './read-catalogue.ts';

const snapshot = join(import.meta.dirname, '..', '..', '..', '..', 'prisma', 'sql', 'catalogue.snapshot.txt');

test('the committed catalogue is what the migrations make (npm run snapshot renews it)', async () => {
  const { adminUrl } = await testDatabase();
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    expect(await readCatalogue(client)).toBe(readFileSync(snapshot, 'utf8'));
  } finally {
    await client.end();
  }
});
