import { brevoMailer, type Mailer, readConfig } from '@atlas/platform';
import { inject } from 'vitest';
import { testDatabase } from '../database.ts';
import { environmentOn } from '../services/program.ts';
import { type BrevoStandIn, startBrevo } from '../standins/brevo.ts';
import { testStorageFolder } from '../world.ts';

export type Vendor = { readonly brevo: BrevoStandIn; readonly mailer: Mailer };

/** A vendor of mail on loopback, and what hands mails to it. */
export async function openVendor(): Promise<Vendor> {
  const brevo = await startBrevo();
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: inject('redisUrl'), storageFolder: testStorageFolder() };
  const mailer = brevoMailer(readConfig({ ...environmentOn(ground), ...brevo.environment }));
  if (!mailer) throw new Error('the stand-in names a key');
  return { brevo, mailer };
}
