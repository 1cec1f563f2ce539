import { found, query } from '@atlas/platform';
import { getPayment as getRoute, listPayments as listRoute } from '../contract/payments.ts';
import { loadPayment, pageOfPayments } from './payments.repository.ts';

export const getPayment = query(getRoute, async (tx, { id }) => found(await loadPayment(tx, id), 'payment'));

export const listPayments = query(listRoute, pageOfPayments);
