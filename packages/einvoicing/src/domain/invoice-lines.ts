import { decimal, decimalText, multiply, subtract } from '@atlas/kernel';
import { amountText, isZero, sumOf } from './amounts.ts';
import type { AllowanceCharge, Line, VatBreakdown, VatCategory } from './e-invoice.ts';
import type { Sold, SoldLine } from './sold.ts';

const hundred = decimal('100');
const percent = (share: string): string => decimalText(multiply(decimal(share), hundred));

/** What a line is to VAT: with a rate, standard; without, what the seller says that its lines without VAT are. */
export function vatOf({ taxRate }: SoldLine, { seller }: Sold): VatCategory {
  if (!isZero(decimal(taxRate))) return { code: 'S', rate: percent(taxRate) };
  return { code: seller.zeroRateCategory, rate: seller.zeroRateCategory === 'O' ? null : '0' };
}

/** What a discount takes off: the rest between quantity × price and the net as it was posted. */
function discounts({ quantity, unitPrice, discount, net }: SoldLine): AllowanceCharge[] {
  if (isZero(decimal(discount))) return [];
  const base = amountText(multiply(decimal(quantity), decimal(unitPrice)));
  const amount = amountText(subtract(decimal(base), decimal(net)));
  const reason = { reasonCode: '95', reason: 'Discount' };
  return [{ charge: false, ...reason, percentage: percent(discount), amount, baseAmount: base, vat: null }];
}

/** BG-25. Quantities are counted in "one" (`C62`), whatever is sold by. */
export function lineOf(line: SoldLine, sold: Sold): Line {
  return {
    id: String(line.position),
    note: null,
    quantity: line.quantity,
    unit: 'C62',
    net: line.net,
    period: null,
    allowancesCharges: discounts(line),
    price: { net: line.unitPrice, discount: null, gross: null, baseQuantity: null },
    name: line.description,
    description: null,
    sellerItem: line.productCode,
    vat: vatOf(line, sold),
  };
}

/** BG-23, as it was posted: the taxes of the lines, which were settled one by one. */
export function breakdownOfSold(sold: Sold): VatBreakdown[] {
  const groups = Map.groupBy(sold.lines, (line) => {
    const { code, rate } = vatOf(line, sold);
    return `${code ?? ''} ${rate ?? ''}`;
  });
  return [...groups.values()].map((lines) => {
    const vat = lines[0] ? vatOf(lines[0], sold) : { code: null, rate: null };
    const needsReason = vat.code !== 'S' && vat.code !== 'Z';
    return {
      taxable: amountText(sumOf(lines.map(({ net }) => net))),
      tax: amountText(sumOf(lines.map(({ tax }) => tax))),
      vat,
      exemptionReason: needsReason ? sold.seller.zeroRateReason : null,
      exemptionCode: null,
    };
  });
}
