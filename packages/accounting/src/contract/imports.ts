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
