import { command } from '@atlas/platform';
import { previewCsv as route } from '../contract/csv-mappings.ts';
import { readCsv } from '../domain/csv.ts';
import { readRows } from '../statements/read-statements.ts';
import { checkMapping } from './account-fields.ts';

const shown = 20;

export const previewCsv = command(route, async (_tx, { head, mapping }) => {
  checkMapping(mapping);
  const rows = readRows(head, mapping.delimiter);
  const [statement] = readCsv(rows.slice(0, mapping.headerLines + shown), mapping) ?? [];
  const items = (statement?.entries ?? []).map(({ position, bookingDate, amount, counterparty, text }) => ({
    line: position,
    date: bookingDate,
    amount,
    counterparty: counterparty.name,
    text,
  }));
  return { items };
});
