import { newBill } from '@atlas/purchasing/contract';
import { type Draft, type DraftLine, discountOf, isFilled } from './draft.ts';

const inputLine = (line: DraftLine) => ({
  productId: line.productId,
  ...(line.description.trim() === '' ? {} : { description: line.description }),
  quantity: line.quantity,
  unitPrice: line.unitPrice,
  discount: discountOf(line),
  ...(line.net === null ? {} : { net: line.net }),
  taxIds: [...line.taxIds],
  dimensions: [...line.dimensions],
  accountId: line.accountId,
});

/** What the contract takes. */
export const billInput = (draft: Draft) => ({
  kind: draft.kind,
  supplierId: draft.supplierId,
  supplierNumber: draft.supplierNumber.trim() || null,
  date: draft.date,
  ...(draft.postingDate === '' ? {} : { postingDate: draft.postingDate }),
  ...(draft.dueDate === '' ? {} : { dueDate: draft.dueDate }),
  paymentTermsId: draft.paymentTermsId,
  ...(draft.currency === '' ? {} : { currency: draft.currency }),
  ...(draft.exchangeRate === null ? {} : { exchangeRate: draft.exchangeRate }),
  total: draft.total === '' ? null : draft.total,
  rounding: draft.rounding === '' ? '0' : draft.rounding,
  note: draft.note.trim() || null,
  creditedBillId: draft.creditedBillId,
  ownerId: draft.ownerId,
  lines: draft.lines.filter(isFilled).map(inputLine),
});

/** The lines whose amounts can be worked out, with their keys. */
export function pricedLines(draft: Draft) {
  const { quantity, unitPrice, discount } = newBill.shape.lines.element.shape;
  return draft.lines.filter(isFilled).flatMap((line) => {
    const input = inputLine(line);
    if (line.net !== null) return [{ key: line.key, quantity: '1', unitPrice: line.net, discount: '0', taxIds: input.taxIds }];
    const isComplete = [quantity, unitPrice, discount].every(
      (field, index) => field.safeParse([input.quantity, input.unitPrice, input.discount][index]).success,
    );
    return isComplete ? [{ key: line.key, ...input }] : [];
  });
}
