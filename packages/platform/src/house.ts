/**
 * Atlas's own house: the tenant of what belongs to no tenant, such as mail about signing in. Outbox, jobs, audit chain and
 * row-level security carry it as they carry every tenant. The database refuses a workspace of this id and a session in it,
 * so that nobody ever enters.
 */
export const houseTenantId = '00000000-0000-7000-8000-000000000000';
