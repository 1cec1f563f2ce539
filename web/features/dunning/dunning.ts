import type { dunningProposal, dunningRun, reminder } from '@atlas/payments/contract';
import type { z } from 'zod';

export type Run = z.output<typeof dunningRun>;
export type Proposal = z.output<typeof dunningProposal>;
export type Reminder = z.output<typeof reminder>;

/** What reminders change of what was read. */
export const affects = ['payments.', 'accounting.', 'platform.audit'];
