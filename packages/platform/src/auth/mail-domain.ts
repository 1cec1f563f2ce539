import { domainToASCII } from 'node:url';
import { publicMailDomains } from './public-mail-domains.ts';

/** A domain in the one spelling that addresses are compared in: in ASCII, in small letters. Null when it is none. */
export function domainOf(text: string): string | null {
  const ascii = domainToASCII(text.trim().replace(/\.$/, '').toLowerCase());
  return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(ascii) && ascii.length <= 253 ? ascii : null;
}

/** The domain of an e-mail address. A domain below it is another one. */
export const domainOfAddress = (email: string): string | null => domainOf(email.slice(email.lastIndexOf('@') + 1));

/** Whether anybody gets an address there. */
export const isPublicMail = (domain: string): boolean => publicMailDomains.has(domain);
