import { uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { createUnit as route } from '../contract/terms.ts';
import { insertUnit } from './terms.repository.ts';

export const createUnit = command(route, (tx, fields) => insertUnit(tx, { ...fields, id: uuidv7() }));
