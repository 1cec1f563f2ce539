import { join } from 'node:path';
import { modules } from '@atlas/modules';
import { openApiOf } from '@atlas/platform/http';
import { root } from './run.ts';

export const openApiFile = join(root, 'packages', 'sdk', 'openapi.json');

const sorted = (part: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(part as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The OpenAPI document as it is committed: paths, events and schemas by name, so that a diff shows what changed and no more. */
export function openApiText(): string {
  const document = openApiOf(modules);
  const components = document.components as Record<string, unknown>;
  const ordered = {
    ...document,
    paths: sorted(document.paths),
    webhooks: sorted(document.webhooks),
    components: { ...components, schemas: sorted(components.schemas) },
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}
