import type { ImportField, ImportKind } from '@atlas/contract';

const reference: ImportField = {
  label: 'Entry number',
  type: 'text',
  required: true,
  aliases: [
    'entry',
    'entryno',
    'entrynumber',
    'entrykey',
    'journal',
    'journalno',
    'txn',
    'transaction',
    'transactionid',
    'voucher',
    'voucherno',
  ],
};
const date: ImportField = { label: 'Date', type: 'date', required: true, aliases: ['entrydate', 'postingdate', 'day'] };

const lineFields = {
  account: {
    label: 'Account',
    type: 'text',
    required: true,
    aliases: ['accountcode', 'accountno', 'accountnumber', 'accountname'],
  },
  debit: { label: 'Debit', type: 'decimal', aliases: ['dr', 'debitamount'] },
  credit: { label: 'Credit', type: 'decimal', aliases: ['cr', 'creditamount'] },
  amount: { label: 'Amount (credits with a minus)', type: 'decimal', aliases: ['value', 'signedamount'] },
  description: { label: 'Description', type: 'text', aliases: ['payee', 'memo', 'narration', 'text', 'details'] },
} satisfies Record<string, ImportField>;

export const journalsKind: ImportKind = {
  name: 'accounting.journals',
  label: 'Journals',
  key: 'reference',
  fields: { reference, date },
};

export const journalLinesKind: ImportKind = {
  name: 'accounting.journal_lines',
  label: 'Journal lines',
  key: 'reference',
  parent: 'accounting.journals',
  fields: { reference, ...lineFields },
};

/**
 * Every row is a line and repeats the number and the date of its entry: how ledgers are exported. Numbers may begin anew each
 * month; a line of a wrong day leaves two entries that do not balance.
 */
export const journalTableKind: ImportKind = {
  name: 'accounting.journal_table',
  label: 'Journals with their lines',
  key: 'reference',
  keyWith: ['date'],
  fields: { reference, date, ...lineFields },
};
