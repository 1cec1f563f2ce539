import { z } from 'zod';

/** What a deployment asks for (stacks/app/migrate.ts). `tf` is added by the tool that invokes: what becomes of the stage. */
const shape = z.object({
  stage: z.string().min(1),
  database: z.string().regex(/^atlas_[a-z0-9_]{1,57}$/),
  /** Whether the stage holds the demo workspace and nothing that anybody would miss. */
  seed: z.boolean(),
  contract: z.boolean().default(false),
  rollback: z.boolean().default(false),
  tf: z.object({ action: z.enum(['create', 'update', 'delete']) }).optional(),
});

export type MigrateEvent = z.output<typeof shape>;

/** @throws ZodError */
export const readEvent = (event: unknown): MigrateEvent => shape.parse(event);

const lasting = ['production', 'staging'];

/** @throws Error for a stage that stays, by whatever it can be told */
export function refuseUnlessPreview({ stage, database, seed }: MigrateEvent): void {
  const named = lasting.some((name) => stage.toLowerCase() === name || database === `atlas_${name}`);
  if (named || !seed) throw new Error(`${database} of stage ${stage} is never dropped: only previews are`);
}
