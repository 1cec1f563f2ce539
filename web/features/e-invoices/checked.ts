import type { checkEInvoice } from '@atlas/einvoicing/contract';
import type { z } from 'zod';

/** What a check of an electronic invoice told. */
export type Checked = z.output<typeof checkEInvoice.output>;
