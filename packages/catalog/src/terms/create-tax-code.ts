import { uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { createTaxCode as route } from '../contract/terms.ts';
import { insertTaxCode } from './terms.repository.ts';

export const createTaxCode = command(route, (tx, fields) => insertTaxCode(tx, { ...fields, id: uuidv7() }));
