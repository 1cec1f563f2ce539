/** What the terms of a document are refused for. */
export const termErrors = [
  'payments.unknown_terms',
  'sales.terms_say_due_date',
  'sales.unknown_customer',
  'sales.unknown_product',
  'sales.unknown_tax_code',
  'sales.due_before_date',
  'sales.invalid_credit',
  'sales.amount_too_large',
  'sales.discount_too_large',
  'accounting.own_currency',
  'tax.unknown_tax',
  'tax.not_in_force',
  'tax.invalid_charge',
  'too_many_decimals',
  'tax.indivisible',
  'tax.amount_too_large',
  'tax.no_account',
  'accounting.not_set_up',
  'accounting.no_account_for_role',
  'accounting.unknown_account',
  'accounting.unknown_dimension_value',
  'accounting.account_takes_no_postings',
  'duplicate',
  'unknown_owner',
  'owner_out_of_reach',
] as const;

/** What posting a document is refused for. */
export const postingErrors = [
  'accounting.no_period',
  'accounting.period_closed',
  'accounting.area_locked',
  'accounting.no_rate',
  'accounting.stale_rate',
  'sales.nothing_to_post',
  'sales.credit_exceeds_open',
] as const;
