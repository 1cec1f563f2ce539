import type * as accounting from '@atlas/accounting/contract';
import type * as catalog from '@atlas/catalog/contract';
import type { Route } from '@atlas/contract';
import { modules } from '@atlas/modules';
import type * as parties from '@atlas/parties/contract';
import type { Operation } from '@atlas/platform';
import type * as sales from '@atlas/sales/contract';

const byName = new Map(
  modules.flatMap((module) => module.operations).map((operation) => [operation.route.name as string, operation]),
);

/** The registered operation of this name. */
export function operationNamed<R extends Route>(name: R['name']): Operation<R> {
  const operation = byName.get(name);
  if (!operation) throw new Error(`no module registers ${name}`);
  return operation as unknown as Operation<R>;
}

export const setUpCompany = operationNamed<typeof accounting.setUpCompany>('accounting.company.set_up');
export const listAccounts = operationNamed<typeof accounting.listAccounts>('accounting.account.list');
export const createParty = operationNamed<typeof parties.createParty>('parties.party.create');
export const createProduct = operationNamed<typeof catalog.createProduct>('catalog.product.create');
export const createTaxCode = operationNamed<typeof catalog.createTaxCode>('catalog.tax_code.create');
export const issueInvoice = operationNamed<typeof sales.issueInvoice>('sales.invoice.issue');
