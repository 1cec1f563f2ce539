import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { requireProgram } from './system.ts';

/** Files of a server's certificate, and of the authority that nobody but a test trusts. */
export type Certificate = { readonly authority: string; readonly certificate: string; readonly key: string };

/** Makes an authority and has it sign a certificate for loopback, in a folder. */
export function certificateFor(folder: string): Certificate {
  const openssl = requireProgram(['openssl'], 'openssl');
  const path = (name: string): string => join(folder, name);
  const make = (...args: string[]): unknown =>
    execFileSync(
      openssl,
      ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', ...args],
      { stdio: 'ignore' },
    );
  make('-keyout', path('authority.key'), '-out', path('authority.pem'), '-subj', '/CN=Authority of a test');
  const signed = ['-CA', path('authority.pem'), '-CAkey', path('authority.key')];
  const names = 'subjectAltName=IP:127.0.0.1,DNS:localhost';
  make('-keyout', path('server.key'), '-out', path('server.pem'), '-subj', '/CN=localhost', '-addext', names, ...signed);
  return { authority: path('authority.pem'), certificate: path('server.pem'), key: path('server.key') };
}
