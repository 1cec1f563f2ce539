import { z } from 'zod';
import { page, pageInput } from './page.ts';
import { route } from './route.ts';
import { id, instant, line } from './schemas.ts';

export const auditEvent = z
  .object({
    id,
    occurredAt: instant,
    actorKind: z.enum(['user', 'service', 'system']),
    actorId: id.nullable(),
    impersonatorId: id.nullable().meta({ description: 'The administrator of Atlas who acted as this person' }),
    action: z.string().meta({ description: 'Name of the operation' }),
    subjectId: id.nullable(),
    requestId: z.string(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'AuditEvent' });

export const listAuditEvents = route({
  name: 'platform.audit.list',
  method: 'GET',
  path: '/audit-events',
  summary: 'List the audit trail, newest first',
  input: pageInput.extend({
    subjectId: id.optional(),
    actorId: id.optional(),
    action: line(120).optional().meta({ description: 'Name of an operation, or its first words: `sales` or `sales.invoice`' }),
    from: instant.optional(),
    until: instant.optional().meta({ description: 'Before this instant' }),
  }),
  output: page(auditEvent),
  errors: ['invalid_cursor'],
});

export const verifyAudit = route({
  name: 'platform.audit.verify',
  method: 'POST',
  path: '/audit-events/verification',
  summary: 'Seal what is not sealed yet and recompute the hash chain of the workspace',
  input: z.object({}),
  output: z.object({
    intact: z.boolean(),
    eventCount: z.int().meta({ description: 'Sealed events' }),
    brokenAt: id.nullable().meta({ description: 'First event that was changed, removed or slipped in' }),
  }),
  errors: [],
  status: 200,
});
