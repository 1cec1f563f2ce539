import { modules } from '@atlas/modules';
import { documents } from './documents.ts';
import { expandOnly } from './expand-only/expand-only.ts';
import { fileLength } from './file-length.ts';
import { functionLength } from './function-length.ts';
import type { Check } from './house.ts';
import { moduleShape } from './module-shape.ts';
import { names } from './names.ts';
import { oneName } from './one-name.ts';
import { packageGraph } from './package-graph.ts';
import { purity } from './purity.ts';
import { sqlPlaces } from './sql-places.ts';

export const checks: readonly Check[] = [
  fileLength,
  functionLength,
  names,
  moduleShape,
  purity,
  sqlPlaces,
  packageGraph,
  documents,
  expandOnly,
  { name: 'one name everywhere', run: (house) => oneName(house, modules) },
];
