import type { payment } from '@atlas/payments/contract';
import type { z } from 'zod';

export type Payment = z.output<typeof payment>;

/** What a payment changes of what was read. */
export const affects = ['payments.', 'sales.', 'purchasing.', 'accounting.', 'platform.audit'];
