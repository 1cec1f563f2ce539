import { AtlasError } from '@atlas/kernel';

/** A department and the one above it. */
export type Placed = { readonly id: string; readonly name: string; readonly parentId: string | null };

/**
 * Holds departments to be a tree: refuses to put one below itself or below something that is below it.
 *
 * @throws AtlasError `unknown_reference`, `identity.department_below_itself`
 */
export function checkParent(all: readonly Placed[], id: string, parentId: string | null): void {
  const byId = new Map(all.map((department) => [department.id, department]));
  // Each department is walked over once at most, so that a broken tree ends the walk, too.
  const seen = new Set<string>();
  for (let above = parentId; above !== null && !seen.has(above); above = byId.get(above)?.parentId ?? null) {
    seen.add(above);
    const department = byId.get(above);
    if (!department) throw new AtlasError('unknown_reference', 'There is no such department above.', { field: 'parentId' });
    if (above === id)
      throw new AtlasError('identity.department_below_itself', `${department.name} would be below itself.`, {
        field: 'parentId',
      });
  }
}

/**
 * Holds a department that is to be deleted to be empty.
 *
 * @throws AtlasError `identity.department_has_children`, `identity.department_has_people`
 */
export function checkEmpty(all: readonly Placed[], { id, name }: Placed, peopleCount: number): void {
  const below = all.filter(({ parentId }) => parentId === id);
  if (below.length > 0)
    throw new AtlasError(
      'identity.department_has_children',
      `Below ${name} there is ${below.map((child) => child.name).join(', ')}. Move or delete that first.`,
    );
  if (peopleCount > 0)
    throw new AtlasError(
      'identity.department_has_people',
      `${peopleCount} of the workspace are in ${name}. Put them elsewhere first.`,
    );
}
