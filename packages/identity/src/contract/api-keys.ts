import { event, route, schemas } from '@atlas/contract';
import { isPermissionPattern } from '@atlas/kernel';
import { z } from 'zod';

const { id, instant, line, version } = schemas;

export const serviceAccount = z
  .object({ id, name: line(100), archivedAt: instant.nullable(), version })
  .meta({ id: 'ServiceAccount', description: 'A program that works in the workspace' });

const accountErrors = ['not_found', 'identity.account_archived'];

export const createServiceAccount = route({
  name: 'identity.service_account.create',
  feature: 'api_keys',
  method: 'POST',
  path: '/service-accounts',
  summary: 'Let a program work in the workspace',
  input: z.object({ name: line(100) }),
  output: serviceAccount,
  errors: ['duplicate'],
  status: 201,
});

export const listServiceAccounts = route({
  name: 'identity.service_account.list',
  method: 'GET',
  path: '/service-accounts',
  summary: 'List the programs that work in the workspace',
  input: z.object({}),
  output: z.object({ items: z.array(serviceAccount) }),
  errors: [],
});

export const archiveServiceAccount = route({
  name: 'identity.service_account.archive',
  method: 'POST',
  path: '/service-accounts/{id}/archive',
  summary: 'End a program: its keys stop working',
  input: z.object({ id }),
  output: serviceAccount,
  errors: accountErrors,
});

const permissions = z
  .array(z.string().max(120).refine(isPermissionPattern, 'not a permission: sales.*, sales.invoice.* or sales.invoice.list'))
  .min(1)
  .max(100)
  .meta({ description: 'What the key may do: names of operations, or patterns' });

export const apiKey = z
  .object({
    id,
    serviceAccountId: id,
    name: line(100),
    publicId: z.string().meta({ description: 'What the key is known by: the letters after `atlas_`' }),
    permissions,
    createdAt: instant,
    expiresAt: instant.nullable(),
    revokedAt: instant.nullable(),
    lastUsedAt: instant.nullable().meta({ description: 'To the minute' }),
  })
  .meta({ id: 'ApiKey' });

const issued = apiKey.extend({
  key: z.string().nullable().meta({ description: 'The key itself: answered once, null when the request is repeated' }),
});

export const createApiKey = route({
  name: 'identity.api_key.create',
  feature: 'api_keys',
  method: 'POST',
  path: '/api-keys',
  summary: 'Issue an API key to a service account',
  input: z.object({ serviceAccountId: id, name: line(100), permissions, expiresAt: instant.nullable().default(null) }),
  output: issued,
  errors: [...accountErrors, 'identity.more_than_own', 'identity.expires_too_soon'],
  status: 201,
  secrets: ['key'],
  fresh: true,
});

export const listApiKeys = route({
  name: 'identity.api_key.list',
  method: 'GET',
  path: '/api-keys',
  summary: 'List API keys',
  input: z.object({ serviceAccountId: id.optional() }),
  output: z.object({ items: z.array(apiKey) }),
  errors: [],
});

export const rotateApiKey = route({
  name: 'identity.api_key.rotate',
  feature: 'api_keys',
  method: 'POST',
  path: '/api-keys/{id}/rotate',
  summary: 'Issue a successor of a key, which goes on working for a while',
  input: z.object({
    id,
    overlapHours: z.int().min(0).max(720).default(24).meta({ description: 'How long both keys work' }),
  }),
  output: issued,
  errors: [...accountErrors, 'identity.more_than_own', 'identity.key_ended'],
  status: 201,
  secrets: ['key'],
  fresh: true,
});

export const revokeApiKey = route({
  name: 'identity.api_key.revoke',
  method: 'POST',
  path: '/api-keys/{id}/revoke',
  summary: 'End a key at once',
  input: z.object({ id }),
  output: apiKey,
  errors: ['not_found', 'identity.key_ended'],
});

const keyPayload = z.object({ keyId: id, serviceAccountId: id, publicId: z.string() });

export const apiKeyIssued = event({ name: 'identity.api_key.issued', summary: 'An API key was issued', payload: keyPayload });
export const apiKeyRevoked = event({ name: 'identity.api_key.revoked', summary: 'An API key was ended', payload: keyPayload });
