import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RolePasswords } from '@atlas/migrate';

export type Secrets = {
  /** Password of the embedded cluster's administrator. */
  readonly administrator: string;
  readonly roles: RolePasswords;
  /** Signs session cookies. */
  readonly auth: string;
};

const secret = (): string => randomBytes(24).toString('base64url');

/** The secrets of a data folder, made on the first start and readable by nobody else. */
export function readSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const roles = { owner: secret(), app: secret(), relay: secret(), auth: secret() };
  const secrets: Secrets = { administrator: secret(), roles, auth: randomBytes(48).toString('base64url') };
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
