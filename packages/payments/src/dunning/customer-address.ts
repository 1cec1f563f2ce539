import { companyOf } from '@atlas/accounting';
import { loadParty, postalLines } from '@atlas/parties';
import type { TenantTx } from '@atlas/platform';

const isSame = (a: string | null, b: string | null): boolean => a?.trim().toLowerCase() === b?.trim().toLowerCase();

/** Where letters to a customer go, below the name: its address for invoices, or else another. Abroad the country is named. */
export async function customerAddress(tx: TenantTx, partyId: string): Promise<string[]> {
  const [party, company] = await Promise.all([loadParty(tx, partyId), companyOf(tx)]);
  const address = party?.addresses.find(({ kind }) => kind === 'billing') ?? party?.addresses[0];
  if (!address) return [];
  return postalLines(address, isSame(address.country, company.country) ? null : address.country);
}
