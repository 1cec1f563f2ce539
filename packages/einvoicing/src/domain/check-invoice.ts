import type { EInvoice } from './e-invoice.ts';
import { codeRules } from './rules-codes.ts';
import { conditionRules } from './rules-conditions.ts';
import { decimalRules } from './rules-decimals.ts';
import { peppolRules } from './rules-peppol.ts';
import { presenceRules } from './rules-presence.ts';
import { totalsRules } from './rules-totals.ts';
import { vatRules } from './rules-vat.ts';
import type { Violation } from './violation.ts';

/** Every rule of EN 16931, and of Peppol where it says that it is Peppol's, that an invoice breaks, in the order of the document's reader: what is missing comes first. */
export const checkInvoice = (invoice: EInvoice): Violation[] =>
  [presenceRules, conditionRules, codeRules, decimalRules, totalsRules, vatRules, peppolRules].flatMap((rules) => rules(invoice));

/** Whether receivers accept it: warnings they put up with. */
export const isAcceptable = (violations: readonly Violation[]): boolean =>
  violations.every(({ severity }) => severity === 'warning');
