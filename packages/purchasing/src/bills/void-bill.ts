import { AtlasError, laterOf, moneyFromJson, present } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { voidBill as route } from '../contract/bill-routes.ts';
import { figuresOf } from './as-written.ts';
import { issuePrepared } from './issue-prepared.ts';
import { loadBill, taxesAsSaid } from './load-bill.ts';
import { lockCreditedBills } from './lock-credited-bills.ts';
import { prepareBills } from './prepare-bills.ts';

export const voidBill = command(route, async (tx, { id, date }) => {
  const { bills } = await lockCreditedBills(tx, [id]);
  const bill = found(await loadBill(tx, id), 'bill');
  const payable = moneyFromJson(bill.gross).minor - moneyFromJson(bill.withheld).minor;
  const untouched = bills.get(id)?.openMinor === payable;
  if (bill.kind !== 'bill' || bill.status !== 'posted' || !untouched)
    throw new AtlasError('purchasing.not_voidable', 'Only a posted bill that nothing was paid or credited on can be voided.');
  const creditNote = {
    kind: 'credit_note' as const,
    supplierId: bill.supplierId,
    supplierNumber: null,
    // Its taxes are those of the bill.
    date: bill.date,
    postingDate: date ?? laterOf(tx.ctx.today, bill.postingDate),
    total: null,
    rounding: bill.rounding.amount,
    note: `Voids ${bill.number}`,
    creditedBillId: id,
    paymentTermsId: null,
    // Whoever sees the bill sees what took it back.
    ownerId: bill.ownerId,
    // What its lines were for is what those of the bill were for, in use or not.
    lines: bill.lines.map(({ isNetGiven, net, ...line }) => ({
      ...line,
      dimensions: [],
      net: isNetGiven ? net.amount : undefined,
    })),
  };
  const [prepared, taxes] = await Promise.all([prepareBills(tx, [creditNote]), taxesAsSaid(tx, id)]);
  // It takes back what was posted, to the cent, whatever its taxes are now and however they are rounded.
  const mirrored = prepared.bills.map((note) => ({ ...note, ...figuresOf(bill, taxes('bill')) }));
  const [issued] = await issuePrepared(tx, { ...prepared, bills: mirrored });
  return present(await loadBill(tx, present(issued, 'one credit note was issued').id), 'the credit note was just issued');
});
