import { uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { createImport as route } from '../contract/imports.ts';
import type { Catalogue } from './catalogue.ts';
import { viewImport } from './import-view.ts';
import { insertImport } from './imports.repository.ts';

export const createImport = (catalogue: Catalogue) =>
  command(route, async (tx, input) => {
    const id = uuidv7();
    await insertImport(tx, { id, ...input });
    return viewImport(tx, catalogue, id);
  });
