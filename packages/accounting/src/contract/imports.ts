import type { ImportKind } from '@atlas/contract';

export const accountsKind: ImportKind = {
  name: 'accounting.accounts',
  label: 'Chart of accounts',
  key: 'code',
  fields: {
    code: {
      label: 'Code',
      type: 'text',
      required: true,
      aliases: ['accountcode', 'accountno', 'accountnumber', 'number', 'account'],
    },
    name: { label: 'Name', type: 'text', required: true, aliases: ['accountname', 'title'] },
    type: { label: 'Type', type: 'text', required: true, aliases: ['accounttype', 'roottype', 'class'] },
    parent: {
      label: 'Code of the heading above',
      type: 'text',
      aliases: ['parentcode', 'parentaccount', 'parentid', 'heading', 'group'],
    },
    heading: { label: 'Is a heading', type: 'flag', aliases: ['isgroup', 'isheading'] },
    role: { label: 'Stands for', type: 'text', aliases: ['subtype', 'standsfor', 'detailtype'] },
  },
};

export const exchangeRatesKind: ImportKind = {
  name: 'accounting.exchange_rates',
  label: 'Exchange rates',
  key: 'currency',
  keyWith: ['validOn', 'source'],
  fields: {
    currency: { label: 'Currency', type: 'text', required: true, aliases: ['currencycode', 'foreigncurrency'] },
    validOn: { label: 'Date', type: 'date', required: true, aliases: ['date', 'day', 'timeperiod', 'ratedate'] },
    rate: { label: 'Rate', type: 'decimal', required: true, aliases: ['exchangerate', 'obsvalue', 'value'] },
    source: { label: 'Source', type: 'text', aliases: ['provider', 'bank'] },
    quotation: { label: 'Quotation', type: 'text' },
  },
};

export const openingBalancesKind: ImportKind = {
  name: 'accounting.opening_balances',
  label: 'Opening balances',
  key: 'account',
  keyWith: ['party', 'reference'],
  fields: {
    account: { label: 'Account', type: 'text', required: true, aliases: ['accountcode', 'accountno', 'accountnumber', 'code'] },
    debit: { label: 'Debit', type: 'decimal', aliases: ['debitbalance', 'dr'] },
    credit: { label: 'Credit', type: 'decimal', aliases: ['creditbalance', 'cr'] },
    party: {
      label: 'Customer or supplier',
      type: 'text',
      aliases: ['customer', 'supplier', 'partycode', 'customercode', 'suppliercode', 'vendor', 'contact'],
    },
    reference: { label: 'Reference', type: 'text', aliases: ['invoice', 'invoicenumber', 'document', 'documentnumber', 'bill'] },
    dueOn: { label: 'Due on', type: 'date', aliases: ['duedate', 'due'] },
    date: { label: 'Date', type: 'date', aliases: ['day', 'openingdate', 'asof'] },
  },
};
