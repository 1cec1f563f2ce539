const textual = /^(?:text\/|image\/svg\+xml|application\/(?:[\w.-]+\+)?(?:json|xml|javascript))/;

/** Whether an answer goes to API Gateway as base64, because it is no text. */
export function isBinary({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): boolean {
  const type = String(headers['content-type'] ?? '');
  return headers['content-encoding'] !== undefined || (type !== '' && !textual.test(type));
}
