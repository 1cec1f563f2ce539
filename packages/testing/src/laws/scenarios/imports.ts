import type * as contract from '@atlas/imports/contract';
import { doBackgroundWork } from '../../deliver.ts';
import { bytesOf, sendBytes } from '../../importing.ts';
import { operationNamed } from '../../operations.ts';
import type { Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';

const createImport = operationNamed<typeof contract.createImport>('imports.import.create');
const addImportFile = operationNamed<typeof contract.addImportFile>('imports.file.add');
const beginImportUpload = operationNamed<typeof contract.beginImportUpload>('imports.upload.begin');
const checkImport = operationNamed<typeof contract.checkImport>('imports.import.check');
const getImport = operationNamed<typeof contract.getImport>('imports.import.get');

const customers = 'customerid,companyname,city\nALFKI,Alfreds Futterkiste,Berlin\nANATR,Ana Trujillo,México D.F.\n';

/** What importing customers does, one by one. */
const doneToCustomers = ['parties.party.create', 'parties.party.update'];

const content = bytesOf(customers);

async function uploaded(shop: Shop): Promise<string> {
  const { id } = await shop.run(createImport, {});
  await shop.run(addImportFile, { id, name: 'customers.csv', content });
  return id;
}

async function checked(shop: Shop): Promise<string> {
  const id = await uploaded(shop);
  await shop.run(checkImport, { id });
  await doBackgroundWork(shop);
  return id;
}

/** An upload whose bytes have arrived. */
async function sent(shop: Shop): Promise<Input> {
  const { id } = await shop.run(createImport, {});
  const file = { id, name: 'customers.csv', byteCount: Buffer.byteLength(customers) };
  // It is good for a day, also for those who take it by the clock of the API.
  const begun = await shop.run(beginImportUpload, file, { at: new Date().toISOString() });
  await sendBytes(begun, content);
  return { id, uploadId: begun.id };
}

const withImport = (stage: (shop: Shop) => Promise<string>, rest: Record<string, unknown> = {}): Scenario =>
  inShop(async (shop) => ({ id: await stage(shop), ...rest }));

export const imports: Record<string, Scenario> = {
  'imports.import.create': inShop(() => ({ decimalMark: 'comma', dateOrder: 'dmy' })),
  'imports.file.add': inShop(async (shop) => ({ id: (await shop.run(createImport, {})).id, name: 'customers.csv', content })),
  'imports.upload.begin': inShop(async (shop) => ({
    id: (await shop.run(createImport, {})).id,
    name: 'customers.csv',
    byteCount: 10,
    sha256: 'a'.repeat(64),
  })),
  'imports.upload.take': inShop(sent),
  'imports.file.map': withImport(uploaded, {
    position: 1,
    kind: 'parties.customers',
    mapping: { code: 'customerid', name: 'companyname' },
    defaults: { country: 'Germany' },
  }),
  'imports.import.update': inShop(async (shop) => {
    const id = await uploaded(shop);
    return { id, version: (await shop.run(getImport, { id })).version, decimalMark: 'comma' };
  }),
  'imports.import.check': { ...withImport(uploaded), also: doneToCustomers },
  'imports.import.run': { ...withImport(checked), also: doneToCustomers },
  'imports.import.cancel': withImport(uploaded),
  'imports.import.get': withImport(checked),
  'imports.import.list': inShop(async (shop) => {
    await checked(shop);
    return { limit: 10 };
  }),
  'imports.row.list': withImport(checked, { status: 'ready', limit: 10 }),
  'imports.kind.list': inShop(() => ({})),
};
