import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, line, version } = schemas;

export const dimension = z
  .object({ id, code: line(20), name: line(80), archivedAt: instant.nullable(), version })
  .meta({ id: 'Dimension', description: 'What an amount was for, beside its account: a cost centre, a project' });

export const dimensionValue = z
  .object({
    id,
    dimensionId: id,
    code: line(20),
    name: line(120),
    parentId: id.nullable().meta({ description: 'The value above: reports of that one count this one, too' }),
    archivedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'DimensionValue' });

/** A value that a line names, with its dimension: at most one of each. */
export const lineDimension = z.object({ dimensionId: id, valueId: id });
export const lineDimensions = z.array(lineDimension).max(20).default([]);

export const namedDimension = lineDimension
  .extend({ dimension: z.string(), code: z.string(), name: z.string() })
  .meta({ id: 'LineDimension', description: 'A value of a dimension, as a line has it' });

export const dimensionRuleKinds = ['mandatory', 'optional', 'forbidden'] as const;

export const dimensionRule = z
  .object({
    accountId: id,
    dimensionId: id,
    rule: z.enum(dimensionRuleKinds),
    defaultValueId: id.nullable().meta({ description: 'What a line that names none gets' }),
  })
  .meta({ id: 'DimensionRule', description: 'Whether lines of an account name a value of a dimension' });

export const createDimension = route({
  name: 'accounting.dimension.create',
  method: 'POST',
  path: '/dimensions',
  summary: 'Add a dimension: cost centre, project or one of your own',
  input: z.object({ code: dimension.shape.code, name: dimension.shape.name }),
  output: dimension,
  errors: ['duplicate', 'accounting.too_many_dimensions'],
  status: 201,
});

export const updateDimension = route({
  name: 'accounting.dimension.update',
  method: 'PATCH',
  path: '/dimensions/{id}',
  summary: 'Rename or archive a dimension',
  input: z.object({ id, version, name: dimension.shape.name.optional(), archived: z.boolean().optional() }),
  output: dimension,
  errors: ['not_found', 'version_conflict', 'accounting.dimension_in_use'],
});

export const listDimensions = route({
  name: 'accounting.dimension.list',
  method: 'GET',
  path: '/dimensions',
  summary: 'List dimensions',
  input: pageInput,
  output: page(dimension),
  errors: ['invalid_cursor'],
});

export const createDimensionValue = route({
  name: 'accounting.dimension_value.create',
  method: 'POST',
  path: '/dimensions/{dimensionId}/values',
  summary: 'Add a value to a dimension',
  input: z.object({
    dimensionId: id,
    code: dimensionValue.shape.code,
    name: dimensionValue.shape.name,
    parentId: id.nullable().default(null),
  }),
  output: dimensionValue,
  errors: ['not_found', 'duplicate', 'accounting.unknown_dimension_value'],
  status: 201,
});

export const updateDimensionValue = route({
  name: 'accounting.dimension_value.update',
  method: 'PATCH',
  path: '/dimension-values/{id}',
  summary: 'Rename, move or archive a value of a dimension',
  input: z.object({
    id,
    version,
    name: dimensionValue.shape.name.optional(),
    parentId: id.nullable().optional(),
    archived: z.boolean().optional(),
  }),
  output: dimensionValue,
  errors: [
    'not_found',
    'version_conflict',
    'accounting.unknown_dimension_value',
    'accounting.value_below_itself',
    'accounting.dimension_in_use',
  ],
});

export const listDimensionValues = route({
  name: 'accounting.dimension_value.list',
  method: 'GET',
  path: '/dimensions/{dimensionId}/values',
  summary: 'List the values of a dimension',
  input: pageInput.extend({
    dimensionId: id,
    q: line(100).optional().meta({ description: 'Part of the code or the name' }),
    archived: schemas.queryFlag.optional(),
  }),
  output: page(dimensionValue),
  errors: ['not_found', 'invalid_cursor'],
});

export const saveDimensionRules = route({
  name: 'accounting.dimension_rule.save',
  method: 'PUT',
  path: '/accounts/{accountId}/dimension-rules',
  summary: 'Say which dimensions the lines of an account must, may or must not name; what is left out has no rule',
  input: z.object({ accountId: id, rules: z.array(dimensionRule.omit({ accountId: true })).max(20) }),
  output: z.object({ items: z.array(dimensionRule) }),
  errors: ['not_found', 'accounting.unknown_dimension_value', 'accounting.invalid_dimension_rule'],
});

export const listDimensionRules = route({
  name: 'accounting.dimension_rule.list',
  method: 'GET',
  path: '/accounts/{accountId}/dimension-rules',
  summary: 'Read which dimensions the lines of an account must, may or must not name',
  input: z.object({ accountId: id }),
  output: z.object({ items: z.array(dimensionRule) }),
  errors: ['not_found'],
});
