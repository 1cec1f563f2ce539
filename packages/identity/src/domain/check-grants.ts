import { AtlasError, covers, type Grant, type Scope } from '@atlas/kernel';

/** What a grant is checked against: an operation, and whether what it makes has an amount. */
export type KnownPermission = { readonly name: string; readonly limitable: boolean };

/** Modules of the product whose operations are still to come: roles may be made for them already. */
const modulesToCome = ['hr', 'payroll', 'purchasing', 'inventory'];

/** No record says yet whose it is, so that nothing could tell one scope from another. */
const enforceable: readonly Scope[] = ['all'];

function refuse(code: string, pointer: string, message: string): never {
  throw new AtlasError(code, message, { errors: [{ pointer, code, message }] });
}

const isToCome = ({ permission }: Grant): boolean => modulesToCome.some((module) => covers(`${module}.*`, permission));

/**
 * Holds the grants of a role to what Atlas can keep: a promise that no operation enforces is refused, not stored.
 *
 * @throws AtlasError `identity.unknown_permission`, `identity.scope_not_enforceable`, `identity.limit_not_enforceable`
 */
export function checkGrants(grants: readonly Grant[], known: readonly KnownPermission[]): void {
  for (const [index, grant] of grants.entries()) {
    const at = `/grants/${index}`;
    const covered = known.filter(({ name }) => covers(grant.permission, name));
    if (covered.length === 0 && !isToCome(grant))
      refuse('identity.unknown_permission', `${at}/permission`, `Nothing that Atlas does is called ${grant.permission}.`);
    if (!enforceable.includes(grant.scope)) {
      const only = enforceable.join(', ');
      const message = `No operation can be held to the scope "${grant.scope}" yet; only: ${only}.`;
      refuse('identity.scope_not_enforceable', `${at}/scope`, message);
    }
    if (grant.maxAmount !== undefined && !covered.some(({ limitable }) => limitable))
      refuse('identity.limit_not_enforceable', `${at}/maxAmount`, `Nothing that ${grant.permission} allows has an amount.`);
  }
}
