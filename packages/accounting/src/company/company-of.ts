import { AtlasError } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { type CompanyRow, loadCompany } from './company.repository.ts';

/** The company of the workspace. @throws AtlasError `accounting.not_set_up` */
export async function companyOf(tx: TenantTx): Promise<CompanyRow> {
  const company = await loadCompany(tx);
  if (!company) throw new AtlasError('accounting.not_set_up', 'Set up the books of this workspace first.');
  return company;
}
