import { moneyJson, moneyOf } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { listPaymentTerms as listRoute, previewPaymentTerms as previewRoute } from '../contract/terms.ts';
import { discountOf } from '../domain/early-discount.ts';
import { instalmentsOf } from '../domain/instalments.ts';
import { checkTerms } from './check-terms.ts';
import { pageOfTerms } from './terms.repository.ts';

export const listPaymentTerms = query(listRoute, pageOfTerms);

export const previewPaymentTerms = query(previewRoute, async (_tx, { date, currency, total, net, lines, discount }) => {
  checkTerms({ lines, discount });
  const grossMinor = moneyOf(total, currency).minor;
  const netMinor = net === undefined ? grossMinor : moneyOf(net, currency).minor;
  const instalments = instalmentsOf(lines, { date, totalMinor: grossMinor, currency });
  const offer = discount && discountOf(discount, { netMinor, grossMinor, currency, date });
  return {
    instalments: instalments.map(({ dueDate, amountMinor }) => ({ dueDate, amount: moneyJson(amountMinor, currency) })),
    discount: offer && {
      until: offer.until,
      amount: moneyJson(offer.amountMinor, currency),
      payable: moneyJson(grossMinor - offer.amountMinor, currency),
    },
  };
});
