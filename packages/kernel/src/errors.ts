/** One field that was refused. `pointer` is a JSON pointer (RFC 6901) into the input. */
export type FieldError = { readonly pointer: string; readonly code: string; readonly message: string };

export type ErrorDetails = Readonly<Record<string, unknown>> & { readonly errors?: readonly FieldError[] };

/**
 * An expected failure: the caller asked for something the business refuses. `code` is declared by a contract
 * (`accounting.period_closed`) and never changes; `message` is for people. Anything else that is thrown is a
 * programmer error and becomes a 500.
 */
export class AtlasError extends Error {
  override readonly name = 'AtlasError';
  readonly code: string;
  readonly details: ErrorDetails;

  constructor(code: string, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}

/** Refuses one field of an input. */
export function invalidField(pointer: string, code: string, message: string): AtlasError {
  return new AtlasError('validation_failed', message, { errors: [{ pointer, code, message }] });
}
