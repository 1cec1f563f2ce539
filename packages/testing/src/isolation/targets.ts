import { createHash } from 'node:crypto';
import { type Route, route } from '@atlas/contract';
import type { beginImportUpload, createImport } from '@atlas/imports/contract';
import { uuidv7 } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import type { Callable } from '@atlas/platform';
import { z } from 'zod';
import { bytesOf } from '../importing.ts';
import { inShop, type Scenario } from '../laws/scenario.ts';
import { scenarios } from '../laws/scenarios/index.ts';
import { newMember } from '../members.ts';
import { operationNamed } from '../operations.ts';
import { hasPicture } from '../standins/gravatar.ts';

/** A route, what makes it succeed, and its operation when it has one. */
export type Target = { readonly route: Route; readonly scenario: Scenario };
export type OperationTarget = Target & { readonly operation: Callable };

/** Every operation of workspaces. The law suite sees to it that each has a scenario. */
export const operationTargets: readonly OperationTarget[] = modules.flatMap((module) =>
  (module.operations as readonly Callable[]).flatMap((operation) => {
    const scenario = scenarios[operation.route.name];
    return scenario && !operation.route.house ? [{ route: operation.route, scenario, operation }] : [];
  }),
);

const byHand = (name: string, path: Route['path'], input: z.ZodObject): Route =>
  route({ name, method: 'GET', path, summary: '', input, output: z.unknown(), errors: [] });

const scenarioOf = (name: string): Scenario => {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`no scenario for ${name}`);
  return scenario;
};

/** The id of a member to be whose address has a picture at the stand-in for Gravatar. */
function someoneWithPicture(): string {
  for (;;) {
    const userId = uuidv7();
    if (hasPicture(createHash('sha256').update(`${userId}@example.com`).digest('hex'))) return userId;
  }
}

/** Where bytes of an upload come, at the address that was given out for it. */
const uploadTarget: Target = {
  route: route({
    name: 'uploads',
    method: 'PUT',
    path: '/uploads/{uploadId}?token={token}',
    summary: '',
    input: z.object({ uploadId: z.uuid(), token: z.string(), content: z.custom<AsyncIterable<Uint8Array>>() }),
    output: z.unknown(),
    errors: [],
    body: 'binary',
  }),
  scenario: inShop(async (shop) => {
    const { id } = await shop.run(operationNamed<typeof createImport>('imports.import.create'), {});
    const begin = operationNamed<typeof beginImportUpload>('imports.upload.begin');
    const { id: uploadId, url } = await shop.run(begin, { id, name: 'a.csv', byteCount: 4 });
    const token = new URL(url, 'http://api').searchParams.get('token');
    return { uploadId, token, content: bytesOf('a\n1\n') };
  }),
};

/** What a browser tells of a call. */
const spanTarget: Target = {
  route: route({
    name: 'spans',
    method: 'POST',
    path: '/spans',
    summary: '',
    input: z.object({
      traceId: z.string(),
      id: z.string(),
      operation: z.string(),
      method: z.string(),
      status: z.int(),
      ms: z.int(),
    }),
    output: z.unknown(),
    errors: [],
  }),
  scenario: inShop(() => ({
    traceId: Math.floor(Date.now() / 1000)
      .toString(16)
      .padEnd(32, '1'),
    id: '1'.repeat(16),
    operation: 'parties.party.list',
    method: 'GET',
    status: 200,
    ms: 12,
  })),
};

/** Routes below /v1 that are written by hand and answer about a tenant. */
const handWritten: readonly Target[] = [
  { route: byHand('me', '/me', z.object({})), scenario: inShop(() => ({})) },
  {
    route: byHand('avatars', '/avatars/{userId}', z.object({ userId: z.uuid() })),
    scenario: inShop(async (shop) => ({ userId: await newMember(shop, 'member', someoneWithPicture()) })),
  },
  { route: byHand('sign_in_methods', '/sign-in-methods', z.object({})), scenario: inShop(() => ({})) },
  {
    route: byHand('imports.errors.csv', '/imports/{id}/errors.csv', z.object({ id: z.uuid() })),
    scenario: scenarioOf('imports.import.get'),
  },
  ...[
    ['journals', 'accounting.journal_attachment.get'] as const,
    ['bills', 'purchasing.bill_attachment.get'] as const,
    ['reminders', 'payments.reminder_file.get'] as const,
  ].map(([documents, operation]) => ({
    route: byHand(
      `attachments.content.${documents}`,
      `/${documents}/{id}/attachments/{attachmentId}/content`,
      z.object({ id: z.uuid(), attachmentId: z.uuid() }),
    ),
    scenario: scenarioOf(operation),
  })),
  uploadTarget,
  spanTarget,
];

/** Operations once more, with inputs that name other ids. */
const besides: readonly Target[] = operationTargets.flatMap(({ route: { name, ...spec }, scenario }) =>
  Object.entries(scenario.besides ?? {}).map(([of, each]) => ({ route: { ...spec, name: `${name}: ${of}` }, scenario: each })),
);

export const everyTarget: readonly Target[] = [...operationTargets, ...besides, ...handWritten];
