import type { departmentSummary } from '@atlas/identity/contract';
import type { z } from 'zod';

export type Department = z.output<typeof departmentSummary>;
export type Branch = Department & { readonly below: readonly Branch[] };

/** Departments with what is below them. What hangs on nothing known is on top, so that none is lost. */
export function treeOf(departments: readonly Department[]): Branch[] {
  const known = new Set(departments.map(({ id }) => id));
  const branchesBelow = (parent: string | null): Branch[] =>
    departments
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .map((department) => ({ ...department, below: branchesBelow(department.id) }));
  return branchesBelow(null);
}

export type Step = { readonly department: Department; readonly depth: number };

/** A tree from top to bottom, as a list is read. */
export const stepsOf = (branches: readonly Branch[], depth = 0): Step[] =>
  branches.flatMap((branch) => [{ department: branch, depth }, ...stepsOf(branch.below, depth + 1)]);

/** The depth of a department, where only text can show it. */
export const indented = (label: string, depth: number): string => `${'\u2003'.repeat(depth)}${label}`;

/** Where a department may be moved: not below itself. A new one may go anywhere. */
export function placesFor(departments: readonly Department[], id: string | null): Step[] {
  const without = (branches: readonly Branch[]): Branch[] =>
    branches.filter((branch) => branch.id !== id).map((branch) => ({ ...branch, below: without(branch.below) }));
  return stepsOf(without(treeOf(departments)));
}
