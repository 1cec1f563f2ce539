import { type NextRequest, NextResponse } from 'next/server';
import { readSignInMethods } from './lib/sign-in-methods.ts';

const development = process.env.NODE_ENV === 'development';

/** Pages where Turnstile may have to see a person, and those that lead there without a new document, whose policy stays. */
const asksForPerson = /^\/(sign-in|sign-up|forgot-password|reset-password|magic-link|verify-email|invitation)(\/|$)/;

/** Where the widget comes from that sees a person; null where nobody looks. */
async function turnstileOrigin(): Promise<string | null> {
  const { turnstile } = await readSignInMethods();
  return turnstile && new URL(turnstile.script).origin;
}

/** Where files are sent directly, when they do not go through the API: the origin of a bucket. */
const uploads = process.env.UPLOAD_ORIGIN;

/** Scripts run only with this request's nonce. Styles may be inline, because positions of popups and rows are. */
function contentSecurityPolicy(nonce: string, turnstile: string | null): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${turnstile ? ` ${turnstile}` : ''}${development ? " 'unsafe-eval'" : ''}`,
    `frame-src ${turnstile ?? "'none'"}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${uploads ? ` ${uploads}` : ''}${development ? ' ws:' : ''}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The mailbox that stands in for a mail vendor, where one does. */
function mailbox(pathname: string, search: string): NextResponse {
  const url = process.env.DEV_MAIL_URL;
  return url ? NextResponse.rewrite(new URL(`${pathname}${search}`, url)) : new NextResponse(null, { status: 404 });
}

/** Hands API paths to the API, on the same origin so that its cookies are ours, and gives pages their security policy. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (/^\/dev\/mail([./]|$)/.test(pathname)) return mailbox(pathname, search);
  if (pathname.startsWith('/v1/') || pathname.startsWith('/api/auth/') || pathname.startsWith('/webhooks/')) {
    const api = process.env.API_URL;
    if (!api) return NextResponse.json({ code: 'unavailable', title: 'The API is not configured', status: 503 }, { status: 503 });
    return NextResponse.rewrite(new URL(`${pathname}${search}`, api));
  }
  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()), asksForPerson.test(pathname) ? await turnstileOrigin() : null);
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-atlas-path', `${pathname}${search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg).*)'] };
