import type { RequestHandler } from 'express';

const twoYears = 63_072_000;

/** What every answer of the API says to browsers. Answers about a person or a tenant are kept by nobody. */
export function securityHeaders(isProduction: boolean): RequestHandler {
  return (request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (isProduction) response.setHeader('Strict-Transport-Security', `max-age=${twoYears}; includeSubDomains`);
    if (request.path.startsWith('/v1') || request.path.startsWith('/api/auth')) response.setHeader('Cache-Control', 'no-store');
    next();
  };
}
