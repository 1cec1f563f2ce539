import { uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { createProductCategory as route } from '../contract/terms.ts';
import { insertCategory } from './terms.repository.ts';

export const createProductCategory = command(route, (tx, fields) => insertCategory(tx, { ...fields, id: uuidv7() }));
