import { AtlasError, type FieldError } from '@atlas/kernel';
import type { EntryLine } from './check-entry.ts';

/** What the lines of an account owe to a dimension. */
export type DimensionRule = {
  readonly dimensionId: string;
  /** Its name, for words. */
  readonly dimension: string;
  readonly rule: 'mandatory' | 'optional' | 'forbidden';
  readonly defaultValueId: string | null;
};

/** A value that a line names. */
export type NamedValue = { readonly dimensionId: string; readonly valueId: string };

/** The value that a line has by dimension. */
export type LineDimensions = Readonly<Record<string, string>>;

const words = {
  mandatory: ['accounting.dimension_required', 'this account needs a value of'],
  forbidden: ['accounting.dimension_forbidden', 'this account takes no value of'],
} as const;

function refusal(index: number, { dimensionId, dimension, rule }: DimensionRule): FieldError[] {
  if (rule === 'optional') return [];
  const [code, message] = words[rule];
  return [{ pointer: `/lines/${index}/dimensions/${dimensionId}`, code, message: `${message} ${dimension}` }];
}

/**
 * Lines with the defaults of their accounts, held to what these ask for. Lines without dimensions on accounts without
 * rules come back as they are.
 *
 * @throws AtlasError `accounting.dimension_required`, `accounting.dimension_forbidden`
 */
export function heldToRules(
  lines: readonly EntryLine[],
  rulesOf: (accountId: string) => readonly DimensionRule[],
): readonly EntryLine[] {
  const errors: FieldError[] = [];
  const held = lines.map((line, index) => {
    const rules = rulesOf(line.accountId);
    if (rules.length === 0) return line;
    const defaults = rules.flatMap(({ dimensionId, defaultValueId }) => (defaultValueId ? [[dimensionId, defaultValueId]] : []));
    const dimensions: LineDimensions = { ...Object.fromEntries(defaults), ...line.dimensions };
    const broken = rules.filter(({ rule, dimensionId }) => (dimensionId in dimensions ? 'forbidden' : 'mandatory') === rule);
    errors.push(...broken.flatMap((rule) => refusal(index, rule)));
    return { ...line, dimensions };
  });
  const [first] = errors;
  if (first) throw new AtlasError(first.code, `Line ${Number(first.pointer.split('/')[2]) + 1}: ${first.message}.`, { errors });
  return held;
}

/**
 * What a line names, by dimension.
 *
 * @param usable values that are there and in use, with the dimension that they are of
 * @throws AtlasError `accounting.unknown_dimension_value`
 */
export function dimensionsOf(named: readonly NamedValue[], usable: ReadonlyMap<string, string>, pointer: string): LineDimensions {
  const taken = new Map<string, string>();
  for (const [index, { dimensionId, valueId }] of named.entries()) {
    const twice = taken.has(dimensionId);
    if (!twice && usable.get(valueId) === dimensionId) taken.set(dimensionId, valueId);
    else {
      const message = twice ? 'a line has one value of a dimension' : 'there is no such value in use';
      throw new AtlasError('accounting.unknown_dimension_value', `Dimension ${index + 1} of the line: ${message}.`, {
        errors: [{ pointer: `${pointer}/dimensions/${index}/valueId`, code: 'accounting.unknown_dimension_value', message }],
      });
    }
  }
  return Object.fromEntries(taken);
}
