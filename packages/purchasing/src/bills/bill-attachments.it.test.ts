import { asAdministrator, billOf, bytesOf, newBuyer } from '@atlas/testing';
import { expect, it } from 'vitest';
import { billAttachments } from './bill-attachments.ts';
import { createBill } from './create-bill.ts';
import { deleteBill } from './delete-bill.ts';
import { postBill } from './post-bill.ts';

const [add, list, get, remove] = billAttachments;
const scan = '%PDF-1.7\nA bill\n';
const refused = (code: string) => expect.objectContaining({ code });

it('what the supplier sent stays with a bill that is posted, and is added to', async () => {
  const shop = await newBuyer();
  const { id } = await shop.run(createBill, billOf(shop, '1'));
  const file = await shop.run(add, { id, name: 'bill.pdf', content: bytesOf(scan) });
  await shop.run(postBill, { id });
  expect(await shop.run(get, { id, attachmentId: file.id })).toEqual(file);
  await expect(shop.run(remove, { id, attachmentId: file.id })).rejects.toThrow(refused('attachment_kept'));
  await shop.run(add, { id, name: 'delivery.pdf', content: bytesOf(scan) });
  expect((await shop.run(list, { id })).items).toHaveLength(2);
});

it('it goes with a draft that is deleted, and there is none without a bill', async () => {
  const shop = await newBuyer();
  const { id } = await shop.run(createBill, billOf(shop, '1'));
  await shop.run(add, { id, name: 'bill.pdf', content: bytesOf(scan) });
  await shop.run(deleteBill, { id });
  expect(await asAdministrator('select from attachments where tenant_id = $1', [shop.tenantId])).toEqual([]);
  await expect(shop.run(add, { id, name: 'bill.pdf', content: bytesOf(scan) })).rejects.toThrow(refused('not_found'));
});
