import { AtlasError, covers, type Grant, isNarrow } from '@atlas/kernel';

/** What a grant is checked against: an operation, and what of it a grant may limit. */
export type KnownPermission = {
  readonly name: string;
  /** Whether what it makes has an amount. */
  readonly limitable: boolean;
  /** Whether its records say whose they are. */
  readonly scopable: boolean;
  /** Fields that can be hidden. */
  readonly maskable: readonly string[];
};

/** Modules of the product whose operations are still to come: roles may be made for them already. */
const modulesToCome = ['hr', 'payroll', 'purchasing', 'inventory'];

function refuse(code: string, pointer: string, message: string): never {
  throw new AtlasError(code, message, { errors: [{ pointer, code, message }] });
}

const isToCome = ({ permission }: Grant): boolean => modulesToCome.some((module) => covers(`${module}.*`, permission));

/** What of a grant nothing that it covers can keep. */
function checkKept({ permission, scope, maxAmount, hides = [] }: Grant, at: string, covered: readonly KnownPermission[]): void {
  if (isNarrow(scope) && !covered.some(({ scopable }) => scopable)) {
    const message = `Nothing that ${permission} allows can be held to the scope "${scope}": its records are nobody's.`;
    refuse('identity.scope_not_enforceable', `${at}/scope`, message);
  }
  if (maxAmount !== undefined && !covered.some(({ limitable }) => limitable))
    refuse('identity.limit_not_enforceable', `${at}/maxAmount`, `Nothing that ${permission} allows has an amount.`);
  for (const [index, field] of hides.entries()) {
    if (!covered.some(({ maskable }) => maskable.includes(field)))
      refuse(
        'identity.mask_not_enforceable',
        `${at}/hides/${index}`,
        `Nothing that ${permission} allows has a field "${field}".`,
      );
  }
}

/**
 * Holds the grants of a role to what Atlas can keep: a promise that no operation enforces is refused, not stored. A
 * pattern counts where it can be kept.
 *
 * @throws AtlasError `identity.unknown_permission`, `identity.scope_not_enforceable`, `identity.limit_not_enforceable`,
 *   `identity.mask_not_enforceable`
 */
export function checkGrants(grants: readonly Grant[], known: readonly KnownPermission[]): void {
  for (const [index, grant] of grants.entries()) {
    const at = `/grants/${index}`;
    const covered = known.filter(({ name }) => covers(grant.permission, name));
    if (covered.length === 0 && !isToCome(grant))
      refuse('identity.unknown_permission', `${at}/permission`, `Nothing that Atlas does is called ${grant.permission}.`);
    checkKept(grant, at, covered);
  }
}
