import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { decimal, id, line, paragraph, share } = schemas;

export const taxCode = z
  .object({ id, code: line(20), name: line(120), rate: decimal.meta({ description: 'What its tax is today, as a share' }) })
  .meta({ id: 'TaxCode' });
export const unit = z.object({ id, code: line(20), name: line(80) }).meta({ id: 'Unit' });
export const productCategory = z
  .object({ id, code: line(40), name: line(120), description: paragraph(1000).nullable() })
  .meta({ id: 'ProductCategory' });

export const createTaxCode = route({
  name: 'catalog.tax_code.create',
  method: 'POST',
  path: '/tax-codes',
  summary: 'Create a tax code',
  input: taxCode.omit({ id: true }).extend({ rate: share }),
  output: taxCode,
  errors: ['duplicate'],
  status: 201,
});

export const listTaxCodes = route({
  name: 'catalog.tax_code.list',
  method: 'GET',
  path: '/tax-codes',
  summary: 'List tax codes',
  input: pageInput,
  output: page(taxCode),
  errors: ['invalid_cursor'],
});

export const createUnit = route({
  name: 'catalog.unit.create',
  method: 'POST',
  path: '/units',
  summary: 'Create a unit of measure',
  input: unit.omit({ id: true }),
  output: unit,
  errors: ['duplicate'],
  status: 201,
});

export const listUnits = route({
  name: 'catalog.unit.list',
  method: 'GET',
  path: '/units',
  summary: 'List units of measure',
  input: pageInput,
  output: page(unit),
  errors: ['invalid_cursor'],
});

export const createProductCategory = route({
  name: 'catalog.category.create',
  method: 'POST',
  path: '/product-categories',
  summary: 'Create a product category',
  input: productCategory.omit({ id: true }).extend({ description: productCategory.shape.description.default(null) }),
  output: productCategory,
  errors: ['duplicate'],
  status: 201,
});

export const listProductCategories = route({
  name: 'catalog.category.list',
  method: 'GET',
  path: '/product-categories',
  summary: 'List product categories',
  input: pageInput,
  output: page(productCategory),
  errors: ['invalid_cursor'],
});
