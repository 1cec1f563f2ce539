/** One field that was refused. `pointer` is a JSON pointer into the input. */
export type RefusedField = { readonly pointer: string; readonly code: string; readonly message: string };

export type ProblemDetails = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly RefusedField[];
};

/** The API refused: a problem document (RFC 9457). `code` is stable; `title` and `detail` are for people. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: readonly RefusedField[];

  constructor({ status, code, title, detail, requestId, errors = [] }: ProblemDetails) {
    super(`${code}: ${detail}`);
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.requestId = requestId;
    this.errors = errors;
  }
}

/** No answer came, or none of the API's: offline, refused, cut off, a stranger in between. The request may have had its effect. */
export class NetworkError extends Error {
  override readonly name: string = 'NetworkError';
}

/** No answer in time. The request may have had its effect: repeat it with the same idempotency key. */
export class TimeoutError extends NetworkError {
  override readonly name = 'TimeoutError';
  readonly timeoutMs: number;

  constructor(timeoutMs: number, options?: ErrorOptions) {
    super(`no answer within ${timeoutMs} ms`, options);
    this.timeoutMs = timeoutMs;
  }
}
