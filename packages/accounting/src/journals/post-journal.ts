import { uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { postJournal as route } from '../contract/journals.ts';
import { postManual } from './post-manual.ts';

export const postJournal = command(route, (tx, input) => postManual(tx, { ...input, id: uuidv7() }, false));
