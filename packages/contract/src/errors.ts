/** What a code means over HTTP, and its title in a problem document (RFC 9457). */
export type ErrorSpec = {
  readonly status: number;
  readonly title: string;
  /** Details that a problem document shows as members of its own. */
  readonly shows?: readonly string[];
};
export type ErrorCatalogue = Readonly<Record<string, ErrorSpec>>;

/** Codes that any operation may answer with. */
export const generalErrors = {
  unauthenticated: { status: 401, title: 'Sign in first' },
  no_workspace: { status: 403, title: 'Choose a workspace first' },
  not_a_member: { status: 403, title: 'You are not in this workspace' },
  forbidden: { status: 403, title: 'You may not do this', shows: ['permission'] },
  workspace_suspended: { status: 403, title: 'This workspace is suspended', shows: ['reason'] },
  trial_ended: { status: 403, title: 'The trial has ended: everything can be read, nothing changed' },
  feature_off: { status: 403, title: 'This is switched off for your workspace' },
  impersonating: { status: 403, title: 'Not while acting as somebody else' },
  second_factor_required: { status: 403, title: 'Set up a second factor or a passkey first' },
  step_up_required: { status: 403, title: 'Prove again who you are' },
  forbidden_field: { status: 403, title: 'Your roles hide this field' },
  owner_out_of_reach: { status: 403, title: 'Your roles do not reach the records of this owner' },
  unknown_owner: { status: 422, title: 'Only a member can own a record' },
  amount_limit: { status: 403, title: 'This is worth more than you may do', shows: ['limit', 'amount'] },
  too_many_requests: { status: 429, title: 'You asked too often' },
  method_not_allowed: { status: 405, title: 'This address answers another method' },
  not_found: { status: 404, title: 'Not found', shows: ['scope'] },
  validation_failed: { status: 422, title: 'Some fields are not valid' },
  invalid_decimal: { status: 422, title: 'Not a decimal number' },
  invalid_date: { status: 422, title: 'Not a day' },
  invalid_period: { status: 422, title: 'Not a period' },
  invalid_cursor: { status: 422, title: 'Not a cursor of this list' },
  unknown_currency: { status: 422, title: 'Not a currency' },
  too_many_decimals: { status: 422, title: 'More decimals than the currency has' },
  malformed_request: { status: 400, title: 'Not an HTTP request that is read here' },
  request_timeout: { status: 408, title: 'The request did not arrive in time' },
  headers_too_large: { status: 431, title: 'The header is too large' },
  malformed_json: { status: 400, title: 'The body is not JSON' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_body: { status: 415, title: 'The body is in a form that nobody reads here' },
  idempotency_key_required: { status: 400, title: 'Send an Idempotency-Key' },
  idempotency_key_reused: { status: 409, title: 'This Idempotency-Key belongs to another request' },
  precondition_required: { status: 428, title: 'Send If-Match with the version you edited' },
  version_conflict: { status: 412, title: 'Someone else changed this in the meantime' },
  duplicate: { status: 409, title: 'This already exists' },
  unknown_reference: { status: 422, title: 'Refers to something that does not exist' },
  still_referenced: { status: 409, title: 'Something else still refers to this' },
  upload_refused: { status: 403, title: 'These bytes were not asked for' },
  upload_incomplete: { status: 409, title: 'The bytes of this upload are not here' },
  upload_expired: { status: 410, title: 'This upload is over' },
  upload_used: { status: 409, title: 'This upload was used before' },
  attachment_type: { status: 422, title: 'Files of this kind are not attached' },
  attachment_too_large: { status: 413, title: 'The file is too large to be attached' },
  attachment_kept: { status: 409, title: 'What is attached to a posted document stays' },
  too_many_attachments: { status: 422, title: 'More files than one document takes' },
  'platform.job_not_dead': { status: 409, title: 'Only a dead job can be tried again' },
  'audit.recorded': { status: 409, title: 'The audit trail is never changed' },
  unavailable: { status: 503, title: 'Try again in a moment' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies ErrorCatalogue;

/** Declares a module's codes. Each begins with the module's name: `accounting.period_closed`. */
export const errorCatalogue = <const C extends ErrorCatalogue>(catalogue: C): C => catalogue;
