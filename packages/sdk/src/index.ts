export {
  type BeginRoute,
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type ListRoute,
  type UploadInput,
} from './client.ts';
export { NetworkError, type ProblemDetails, ProblemError, type RefusedField, TimeoutError } from './failures.ts';
export { type Bytes, type CallInput, type HttpRequest, requestOf } from './request.ts';
export { newTraceparent, spanTeller } from './trace.ts';
export type { SendOptions } from './transport.ts';
export type { UploadTarget } from './upload.ts';
