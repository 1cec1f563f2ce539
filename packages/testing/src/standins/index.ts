import { brevo } from './brevo.ts';
import { google } from './google.ts';
import { gravatar } from './gravatar.ts';
import { s3 } from './s3/s3.ts';
import type { StandIn } from './standin.ts';
import { turnstile } from './turnstile.ts';

export * from './brevo.ts';
export * from './google.ts';
export * from './gravatar.ts';
export * from './s3/s3.ts';
export * from './standin.ts';
export * from './turnstile.ts';
export * from './xray.ts';

/** Every vendor that Atlas can meet on loopback. A new one is added here, and `npm start` starts it. */
export const standIns: readonly StandIn[] = [brevo, google, gravatar, s3, turnstile];
