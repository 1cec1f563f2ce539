import { decimal, decimalText, multiply, subtract } from '@atlas/kernel';
import { amountText, isZero, sumOf } from './amounts.ts';
import type { AllowanceCharge, Line, VatBreakdown, VatCategory } from './e-invoice.ts';
import type { Sold, SoldLine, Taxed } from './sold.ts';

const hundred = decimal('100');
const percent = (share: string): string => decimalText(multiply(decimal(share), hundred));

/** What a line is to VAT: with a rate, standard; without, what its taxes say, or the seller of all its lines without VAT. */
export function vatOf({ taxRate, exemption }: Taxed, { seller }: Sold): VatCategory {
  if (exemption) return { code: exemption.category, rate: exemption.category === 'O' ? null : '0' };
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
    objectReference: null,
    allowancesCharges: discounts(line),
    price: { net: line.unitPrice, discount: null, gross: null, baseQuantity: null },
    name: line.description,
    description: null,
    sellerItem: line.productCode,
    standardItem: null,
    originCountry: null,
    classifications: [],
    attributes: [],
    vat: vatOf(line, sold),
  };
}

/** BG-20 and BG-21: what is taken off is an allowance, whatever it is called. */
export const chargesOfSold = (sold: Sold): AllowanceCharge[] =>
  sold.charges.map((part) => {
    const { description, reasonCode, net } = part;
    const charge = !net.startsWith('-');
    const amount = charge ? net : net.slice(1);
    return { charge, reasonCode, reason: description, percentage: null, amount, baseAmount: null, vat: vatOf(part, sold) };
  });

/** BG-23, as it was posted: the taxes of the lines and charges, which were settled one by one. */
export function breakdownOfSold(sold: Sold): VatBreakdown[] {
  const groups = Map.groupBy<string, Taxed>([...sold.lines, ...sold.charges], (line) => {
    const { code, rate } = vatOf(line, sold);
    return `${code ?? ''} ${rate ?? ''}`;
  });
  return [...groups.values()].map((lines) => {
    const vat = lines[0] ? vatOf(lines[0], sold) : { code: null, rate: null };
    const needsReason = vat.code !== 'S' && vat.code !== 'Z';
    const said = lines.find(({ exemption }) => exemption)?.exemption;
    return {
      taxable: amountText(sumOf(lines.map(({ net }) => net))),
      tax: amountText(sumOf(lines.map(({ tax }) => tax))),
      vat,
      exemptionReason: needsReason ? (said?.reason ?? sold.seller.zeroRateReason) : null,
      exemptionCode: said?.code ?? null,
    };
  });
}
