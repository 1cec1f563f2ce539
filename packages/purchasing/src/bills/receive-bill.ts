import { companyOf } from '@atlas/accounting';
import type { Input } from '@atlas/contract';
import { readEInvoice } from '@atlas/einvoicing';
import { AtlasError, isBusinessDate, present } from '@atlas/kernel';
import { attachFile, checkOwners, commandAfter, keepBytes, type TenantTx } from '@atlas/platform';
import { receiveBill as route } from '../contract/bill-routes.ts';
import { newBill } from '../contract/bills.ts';
import { receivedBill, taxFor } from '../domain/received-bill.ts';
import { attachedTo } from './bill-attachments.repository.ts';
import type { Bill } from './bill-reads.repository.ts';
import { draftBill } from './draft-bill.ts';
import { suppliersLike, taxesOnDay } from './received.repository.ts';

type EInvoice = ReturnType<typeof readEInvoice>;

/** Whose invoice it is, by VAT identifier or name. @throws AtlasError `purchasing.unknown_supplier` */
async function supplierOf(tx: TenantTx, { seller }: EInvoice): Promise<string> {
  const vatIds = seller.taxRegistrations.flatMap(({ id }) => (id ? [id.toUpperCase().replace(/[^A-Z0-9]/g, '')] : []));
  const [found, ...more] = await suppliersLike(tx, vatIds, seller.name);
  if (found && more.length === 0) return found;
  const message = `${found ? 'Several suppliers are' : 'No supplier is'} like "${seller.name ?? ''}". Say which it is.`;
  throw new AtlasError('purchasing.unknown_supplier', message);
}

/** The draft that an electronic invoice makes. @throws AtlasError `purchasing.unusable_e_invoice`, and as {@link draftBill} */
async function draftOf(tx: TenantTx, document: EInvoice, { accountId, supplierId, ownerId }: Input<typeof route>): Promise<Bill> {
  const said = receivedBill(document);
  const taxes = isBusinessDate(said.date) ? await taxesOnDay(tx, said.date) : [];
  const lines = said.lines.map(({ vat, ...line }) => {
    const taxId = taxFor(vat, taxes);
    return { ...line, accountId, taxIds: taxId === null ? [] : [taxId] };
  });
  const parsed = newBill.safeParse({
    ...said,
    currency: document.currency ?? undefined,
    ownerId,
    lines,
    supplierId: supplierId ?? (await supplierOf(tx, document)),
  });
  if (!parsed.success)
    throw new AtlasError('purchasing.unusable_e_invoice', present(parsed.error.issues[0], 'it says why').message);
  await checkOwners(tx, [parsed.data]);
  return draftBill(tx, parsed.data);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** `RE-2026-1.xml`: as the supplier calls the document. */
const fileNameOf = (number: string | null): string =>
  `${(number ?? '').replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80) || 'e-invoice'}.xml`;

/** Drafts a bill from what a document says, and keeps the document with it as it came. */
export const receiveBill = commandAfter(
  route,
  (ctx, { xml }) => keepBytes(ctx, bytesOf(xml)),
  async (tx, input, { file }) => {
    // The books are asked first: by then it is known whether the request is a repetition.
    await companyOf(tx);
    const document = readEInvoice(input.xml);
    const draft = await draftOf(tx, document, input);
    const source = { kind: attachedTo, id: draft.id };
    const attachment = await attachFile(tx, source, fileNameOf(document.number), { file, contentType: 'text/plain' });
    tx.record({ subjectId: draft.id, after: { ...draft, attachment } });
    return draft;
  },
);
