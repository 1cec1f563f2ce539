'use client';
import { useDimensionValues } from './use-dimensions.ts';
import type { NamedValue } from './value-tree.ts';

/** What a line was for, in words. */
export const ValueNames = ({ named }: { named: readonly NamedValue[] }) =>
  named.map((each) => <ValueName key={each.dimensionId} {...each} />);

function ValueName({ dimensionId, valueId }: NamedValue) {
  const value = useDimensionValues(dimensionId).data?.find(({ id }) => id === valueId);
  return value ? <span className="ms-2 text-ink-muted">{`${value.code} ${value.name}`}</span> : null;
}
