import { createDimension } from './create-dimension.ts';
import { createDimensionValue } from './create-value.ts';
import { listDimensions } from './list-dimensions.ts';
import { listDimensionRules } from './list-rules.ts';
import { listDimensionValues } from './list-values.ts';
import { readByDimension } from './read-by-dimension.ts';
import { readDimensionLines } from './read-dimension-lines.ts';
import { saveDimensionRules } from './save-rules.ts';
import { updateDimension } from './update-dimension.ts';
import { updateDimensionValue } from './update-value.ts';

/** What is done with dimensions, their values, and what accounts ask for. */
export const dimensionOperations = [
  createDimension,
  updateDimension,
  listDimensions,
  createDimensionValue,
  updateDimensionValue,
  listDimensionValues,
  saveDimensionRules,
  listDimensionRules,
  readByDimension,
  readDimensionLines,
];
