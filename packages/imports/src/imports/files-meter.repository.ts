import { type Meter, sql } from '@atlas/platform';

export const storedBytesMeter: Meter = {
  name: 'storedBytes',
  read: async (tx) => {
    const [row] = await tx.rows<{ bytes: string }>(sql`
      select coalesce(sum(byte_count), 0)::text as bytes from import_files where tenant_id = ${tx.ctx.tenantId}::uuid`);
    return Number(row?.bytes ?? 0);
  },
};
