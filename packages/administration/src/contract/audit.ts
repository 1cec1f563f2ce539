import { audit, route } from '@atlas/contract';

export const listHouseAudit = route({
  name: 'administration.audit.list',
  method: 'GET',
  path: '/administration/audit-events',
  summary: 'List what administrators did, newest first',
  input: audit.listAuditEvents.input,
  output: audit.listAuditEvents.output,
  errors: ['invalid_cursor'],
  house: true,
});

export const verifyHouseAudit = route({
  name: 'administration.audit.verify',
  method: 'POST',
  path: '/administration/audit-events/verification',
  summary: "Recompute the hash chain of the administrators' audit trail",
  input: audit.verifyAudit.input,
  output: audit.verifyAudit.output,
  errors: [],
  status: 200,
  house: true,
});
