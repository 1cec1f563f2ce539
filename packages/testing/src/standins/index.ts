import { brevo } from './brevo.ts';
import type { StandIn } from './standin.ts';

export * from './brevo.ts';
export * from './standin.ts';

/** Every vendor that Atlas can meet on loopback. A new one is added here, and `npm start` starts it. */
export const standIns: readonly StandIn[] = [brevo];
