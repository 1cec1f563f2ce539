import { contractOf } from '@atlas/migrate';
import { loadModule, parseSync } from 'libpg-query';
import { type Check, type Finding, type House, readText } from '../house.ts';
import { lossesOf, misfitsOf } from './losses.ts';
import { statementsOf } from './statement.ts';

await loadModule();

/** Landed before Atlas was released anywhere: nobody ran on what they took away. */
const grandfathered = new Set([
  '20261121180100_isolation',
  '20261121180200_ledger_laws',
  '20261123110000_mail_suppressions',
  '20261124090000_teams',
  '20261124190000_parts_follow_owners',
]);

const migrationFile = /^prisma\/migrations\/([^/]+)\/migration\.sql$/;

function findingsIn(house: House, file: string, name: string): Finding[] {
  const sql = readText(house, file);
  const statements = statementsOf(sql, parseSync);
  const losses = contractOf(sql) !== null || grandfathered.has(name) ? [] : lossesOf(statements);
  return [
    ...misfitsOf(statements).map(({ line, message }) => ({ file, line, message })),
    ...losses.map(({ line, message }) => ({
      file,
      line,
      message: `${message}: only in a migration with \`-- contract: <why>\``,
    })),
  ];
}

/** Migrations only add: while one is applied, and until a release is everywhere, the one before it works on the same schema. */
export const expandOnly: Check = {
  name: 'migrations only add',
  run: (house) =>
    house.files.flatMap((file) => {
      const name = migrationFile.exec(file)?.[1];
      return name === undefined ? [] : findingsIn(house, file, name);
    }),
};
