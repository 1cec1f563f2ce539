import { assert } from '@atlas/kernel';
import { z } from 'zod';
import { exportReport } from '../contract/exports.ts';
import type { ReportsByName } from './reports-by-name.ts';

type Json = Record<string, unknown>;

/** What a report is asked for with, as one of the shapes that a request may have. */
function shapeOf(name: string, terms: z.ZodObject): Json {
  const { properties, required, $defs } = z.toJSONSchema(terms, { io: 'input', unrepresentable: 'any' });
  assert($defs === undefined, `the terms of ${name} are written out, none of them by reference`);
  return { title: name, properties: { report: { const: name }, ...properties }, required: ['report', ...(required ?? [])] };
}

/** The route as it is registered: which reports there are, and what each is asked for with and refused with. */
export function exportRouteOf(reports: ReportsByName): typeof exportReport {
  const specs = [...reports.values()].map(({ spec }) => spec);
  const names = specs.map(({ name }) => name);
  const { report } = exportReport.input.shape;
  const input = exportReport.input
    .extend({ report: report.refine((name) => reports.has(name), `must be one of ${names.join(', ')}`).meta({ enum: names }) })
    .superRefine((asked, { issues }) => {
      const { error } = reports.get(asked.report)?.spec.terms.safeParse(asked) ?? {};
      issues.push(...((error?.issues ?? []) as z.core.$ZodRawIssue[]));
    })
    .meta({ oneOf: specs.map(({ name, terms }) => shapeOf(name, terms)) });
  const errors = new Set([...exportReport.errors, ...specs.flatMap((spec) => spec.errors)]);
  return { ...exportReport, input, errors: [...errors] };
}
