import { event } from '@atlas/contract';
import { z } from 'zod';
import { mailShape } from './mail.ts';

/** Stays inside: what a mail says, and to whom, is sealed. */
export const mailRequested = event({
  name: 'platform.mail.requested',
  summary: 'Somebody shall get a mail',
  payload: z.object({ template: mailShape.shape.template, requestedAt: z.iso.datetime(), sealed: z.string() }),
});
