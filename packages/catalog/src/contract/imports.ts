import type { ImportKind } from '@atlas/contract';

export const categoriesKind: ImportKind = {
  name: 'catalog.categories',
  label: 'Product categories',
  key: 'code',
  fields: {
    code: { label: 'Code', type: 'text', required: true, aliases: ['id', 'categoryid', 'categorycode'] },
    name: { label: 'Name', type: 'text', required: true, aliases: ['categoryname', 'category'] },
    description: { label: 'Description', type: 'text' },
  },
};

export const productsKind: ImportKind = {
  name: 'catalog.products',
  label: 'Products',
  key: 'code',
  fields: {
    code: {
      label: 'Code',
      type: 'text',
      required: true,
      aliases: ['id', 'productid', 'sku', 'articleno', 'itemno', 'stockcode'],
    },
    name: { label: 'Name', type: 'text', required: true, aliases: ['productname', 'title', 'itemname'] },
    category: { label: 'Category code', type: 'text', aliases: ['categoryid', 'categorycode'] },
    packaging: { label: 'Packaging', type: 'text', aliases: ['quantityperunit', 'packsize'] },
    salesPrice: { label: 'Sales price', type: 'decimal', required: true, aliases: ['unitprice', 'price', 'listprice'] },
  },
};
