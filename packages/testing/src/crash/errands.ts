import { uuidv7 } from '@atlas/kernel';
import type { Visitor } from '../api/visitor.ts';
import { pause } from './chance.ts';
import { insist, keyed } from './insist.ts';
import type { Tenant } from './tenants.ts';
import type { Work } from './work.ts';

/** Customers an import brings. */
const customers = 3;
/** Longer than this no job waits. */
const hopeMs = 45_000;

/** Imports a few customers after the other, step by step as the web app does. */
export async function runErrands(tenant: Tenant, visitor: Visitor, work: Work): Promise<void> {
  const post = (path: string) => insist(visitor, keyed(uuidv7(), 'POST', path, {}), work);
  const until = async (id: string, wanted: string) => {
    const deadline = Date.now() + hopeMs;
    while ((await insist(visitor, { method: 'GET', path: `/v1/imports/${id}` }, work)).status !== wanted) {
      if (work.state === 'given up' || Date.now() > deadline) throw new Error(`the import ${id} never was ${wanted}`);
      await pause(60);
    }
  };
  while (work.state === 'going on') {
    const { id } = await post('/v1/imports');
    const codes = Array.from({ length: customers }, (_, index) => `I${id}-${index}`);
    work.errands.push({ tenantId: tenant.id, importId: id, codes });
    const file = ['CustomerID,CompanyName', ...codes.map((code) => `${code},Customer ${code}`), ''].join('\n');
    const upload = keyed(uuidv7(), 'PUT', `/v1/imports/${id}/files/customers.csv`, file);
    await insist(visitor, { ...upload, headers: { ...upload.headers, 'Content-Type': 'application/octet-stream' } }, work);
    await post(`/v1/imports/${id}/check`);
    await until(id, 'checked');
    await post(`/v1/imports/${id}/run`);
    await until(id, 'completed');
  }
}
