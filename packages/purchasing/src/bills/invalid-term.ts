import { AtlasError } from '@atlas/kernel';

/** A refusal that names the field of the input. */
export const invalidTerm = (pointer: string, code: string, message: string): AtlasError =>
  new AtlasError(code, message, { errors: [{ pointer, code, message }] });
