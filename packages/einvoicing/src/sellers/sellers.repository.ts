import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { eInvoiceSeller } from '../contract/sellers.ts';

export type SellerRow = z.output<typeof eInvoiceSeller>;

/** Who has saved nothing yet is at version 1 of nothing. */
const nothingSaid: SellerRow = {
  vatId: null,
  taxNumber: null,
  registrationNumber: null,
  street: null,
  city: null,
  postalCode: null,
  country: null,
  electronicScheme: null,
  electronicAddress: null,
  contactName: null,
  contactPhone: null,
  contactEmail: null,
  iban: null,
  bic: null,
  zeroRateCategory: null,
  zeroRateReason: null,
  version: 1,
};

export async function loadSeller(tx: TenantTx): Promise<SellerRow> {
  const row = await tx.models.eInvoiceSeller.findFirst({ where: { tenantId: tx.ctx.tenantId } });
  if (!row) return nothingSaid;
  const { tenantId: _tenant, updatedAt: _at, ...seller } = row;
  return seller as SellerRow;
}

/** Makes edits of the workspace's seller wait for each other, also the first two. */
export async function lockSeller(tx: TenantTx): Promise<void> {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`e_invoice_sellers ${tx.ctx.tenantId}`}, 0))::text`);
}

export async function storeSeller(tx: TenantTx, seller: SellerRow): Promise<void> {
  const { tenantId, now } = tx.ctx;
  await tx.models.eInvoiceSeller.upsert({
    where: { tenantId },
    create: { ...seller, tenantId, updatedAt: now },
    update: { ...seller, updatedAt: now },
  });
}
