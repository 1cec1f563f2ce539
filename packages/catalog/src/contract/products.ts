import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, line, nonNegativeDecimal, version } = schemas;

const productFields = {
  code: line(40).meta({ description: 'Article number: unique in the workspace' }),
  name: line(200),
  packaging: line(120).nullable().meta({ description: 'How it is packed, for people: 10 boxes x 20 bags' }),
  categoryId: id.nullable(),
  unitId: id.nullable(),
  taxCodeId: id.nullable(),
  salesPrice: nonNegativeDecimal.meta({ description: 'Price of one unit without tax, in the currency of the books' }),
};

export const product = z.object({ id, ...productFields, archivedAt: instant.nullable(), version }).meta({ id: 'Product' });

export const productSummary = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    category: z.string().nullable(),
    unit: z.string().nullable(),
    packaging: z.string().nullable(),
    taxCodeId: id.nullable(),
    salesPrice: schemas.decimal,
    archivedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'ProductSummary' });

export const createProduct = route({
  name: 'catalog.product.create',
  method: 'POST',
  path: '/products',
  summary: 'Create a product or service',
  input: z.object({
    ...productFields,
    packaging: productFields.packaging.default(null),
    categoryId: productFields.categoryId.default(null),
    unitId: productFields.unitId.default(null),
    taxCodeId: productFields.taxCodeId.default(null),
  }),
  output: product,
  errors: ['duplicate', 'unknown_reference'],
  status: 201,
});

export const updateProduct = route({
  name: 'catalog.product.update',
  method: 'PATCH',
  path: '/products/{id}',
  summary: 'Change a product; what is left out stays',
  input: z.object({ id, version, archived: z.boolean().optional(), ...z.object(productFields).partial().shape }),
  output: product,
  errors: ['not_found', 'version_conflict', 'duplicate', 'unknown_reference'],
});

export const getProduct = route({
  name: 'catalog.product.get',
  method: 'GET',
  path: '/products/{id}',
  summary: 'Read a product',
  input: z.object({ id }),
  output: product,
  errors: ['not_found'],
});

export const listProducts = route({
  name: 'catalog.product.list',
  method: 'GET',
  path: '/products',
  summary: 'List products',
  input: pageInput.extend({
    q: line(100).optional().meta({ description: 'Part of the code or the name' }),
    categoryId: id.optional(),
    archived: schemas.queryFlag.optional(),
    sort: z.enum(['name', '-name', 'code', '-code']).default('name'),
  }),
  output: page(productSummary),
  errors: ['invalid_cursor'],
});
