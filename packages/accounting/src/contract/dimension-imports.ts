import type { ImportKind } from '@atlas/contract';

export const dimensionValuesKind: ImportKind = {
  name: 'accounting.dimension_values',
  label: 'Values of dimensions',
  key: 'dimension',
  keyWith: ['code'],
  fields: {
    dimension: { label: 'Code of the dimension', type: 'text', required: true, aliases: ['dimensioncode'] },
    code: { label: 'Code', type: 'text', required: true, aliases: ['valuecode', 'costcenter', 'costcentre', 'projectcode'] },
    name: { label: 'Name', type: 'text', required: true, aliases: ['valuename', 'title'] },
    parent: { label: 'Code of the value above', type: 'text', aliases: ['parentcode', 'above'] },
  },
};
