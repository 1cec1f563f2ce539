import { uuidv7 } from '@atlas/kernel';
import { type Importable, type ImportOutcome, type ImportRecord, refusedBy, type TenantTx, textOrNull } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { saveExchangeRate as route } from '../contract/currencies.ts';
import { exchangeRatesKind } from '../contract/imports.ts';
import { insertRates, type RateRow } from './rates.repository.ts';

type Judged = { readonly sequence: number; readonly rate?: RateRow; readonly refusal?: ImportOutcome };

function judge({ values, sequence }: ImportRecord, books: string): Judged {
  const parsed = route.input.safeParse({
    ...values,
    currency: values.currency?.toUpperCase(),
    source: textOrNull(values.source)?.toLowerCase(),
    quotation: textOrNull(values.quotation) ?? undefined,
  });
  if (!parsed.success) return { sequence, refusal: refusedBy(parsed.error, sequence) };
  if (parsed.data.currency === books) {
    const message = `The books are kept in ${books}.`;
    return { sequence, refusal: { sequence, status: 'refused', code: 'accounting.own_currency', message } };
  }
  return { sequence, rate: { ...parsed.data, id: uuidv7() } };
}

async function judged(tx: TenantTx, records: readonly ImportRecord[]): Promise<Judged[]> {
  const { baseCurrency } = await companyOf(tx);
  return records.map((record) => judge(record, baseCurrency));
}

/** Rates, one a row; what a source has said of a day already stays as it is. */
export const importExchangeRates: Importable = {
  kind: exchangeRatesKind,
  does: ['accounting.exchange_rate.save'],
  after: [],
  check: async (tx, records) =>
    (await judged(tx, records)).map(({ sequence, refusal }) => refusal ?? { sequence, status: 'ready' }),
  apply: async (tx, records) => {
    const all = await judged(tx, records);
    const rates = all.flatMap(({ rate }) => (rate ? [rate] : []));
    const written = await insertRates(tx, rates);
    for (const rate of rates) if (written.has(rate.id)) tx.record({ subjectId: rate.id, after: rate });
    return all.map(({ sequence, rate, refusal }): ImportOutcome => {
      if (!rate) return refusal as ImportOutcome;
      return written.has(rate.id) ? { sequence, status: 'created', targetId: rate.id } : { sequence, status: 'unchanged' };
    });
  },
};
