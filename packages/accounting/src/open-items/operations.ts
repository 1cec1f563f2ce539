import { settleItems } from './settle-items.ts';
import { unsettleItems } from './unsettle-items.ts';

/** What is done with open items beside payments. */
export const openItemOperations = [settleItems, unsettleItems];
