import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '../run.ts';

export const folder = join('.github', 'workflows');

const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});

const concurrency = z.object({ group: z.string(), 'cancel-in-progress': z.boolean() });

const job = z.object({
  uses: z.string().optional(),
  'timeout-minutes': z.number().optional(),
  if: z.string().optional(),
  environment: z.union([z.string(), z.object({ name: z.string() })]).optional(),
  permissions: permissions.optional(),
  concurrency: concurrency.optional(),
  with: z.record(z.string(), z.string()).optional(),
  steps: z.array(step).default([]),
});

const workflow = z.object({ on: z.record(z.string(), z.unknown()), permissions, jobs: z.record(z.string(), job) });

export type Job = z.output<typeof job> & { readonly name: string };
export type Workflow = {
  readonly file: string;
  readonly text: string;
  readonly on: Record<string, unknown>;
  readonly permissions: z.output<typeof permissions>;
  readonly jobs: readonly Job[];
};

/** The ways to production, as GitHub reads them. */
export const readWorkflows = (): Workflow[] =>
  readdirSync(join(root, folder)).map((file) => {
    const text = readFileSync(join(root, folder, file), 'utf8');
    const { jobs, ...rest } = workflow.parse(parse(text));
    return { file, text, ...rest, jobs: Object.entries(jobs).map(([name, each]) => ({ ...each, name })) };
  });

/** Whether a job may sign in to AWS. */
export const signsIn = ({ permissions: own }: Job): boolean => own?.['id-token'] === 'write';
