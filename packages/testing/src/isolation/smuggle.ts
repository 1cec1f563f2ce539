import { isQuery, type Route, workspaceHeader } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import { uuids } from '../laws/contents.ts';
import { idFields, placesOf, replacedAt, valueAt } from '../laws/inputs.ts';
import type { Input } from '../laws/scenario.ts';
import type { Neighbour } from './neighbour.ts';
import type { Prepared } from './workspaces.ts';

/** A caller's input with something of a neighbour in it. */
export type Smuggled = {
  readonly what: string;
  readonly input: Input;
  /** The same with what belongs to nobody: both must be answered alike. Null when the input works as it is. */
  readonly instead: { readonly input: Input; readonly headers: Readonly<Record<string, string>> } | null;
  /** The page that follows a cursor may differ, because the cursor does. */
  readonly sameBody: boolean;
  readonly headers: Readonly<Record<string, string>>;
};

type Place = readonly (string | number)[];

const placed = (input: Input, places: readonly Place[], value: (place: Place) => unknown): Input =>
  places.reduce<Input>((changed, place) => replacedAt(changed, place, value(place)) as Input, input);

/** The same cursor about ids that nobody has. */
const nobodysCursor = (cursor: string): string =>
  Buffer.from(Buffer.from(cursor, 'base64url').toString().replace(uuids, uuidv7)).toString('base64url');

function idsIn({ target: { route }, input }: Prepared, neighbour: Neighbour, anyId: string | undefined): Smuggled[] {
  const places = idFields(route).flatMap((field) => placesOf(input, field));
  const twin = (place: Place): unknown => valueAt(neighbour.preparedFor(route.name)?.input, place) ?? neighbour.idAt(0);
  const smuggled = (what: string, where: readonly Place[], value: (place: Place) => unknown): Smuggled => ({
    what,
    input: placed(input, where, value),
    instead: { input: placed(input, where, uuidv7), headers: {} },
    sameBody: true,
    headers: {},
  });
  return [
    ...places.map((place) => smuggled(`its id of that kind as ${place.join('.')}`, [place], twin)),
    ...(anyId ? places.map((place) => smuggled(`some id of its as ${place.join('.')}`, [place], () => anyId)) : []),
    ...(places.length > 1 ? [smuggled('its ids everywhere', places, twin)] : []),
  ];
}

const cursorsIn = ({ target: { route }, input }: Prepared, neighbour: Neighbour): Smuggled[] =>
  neighbour.cursorsFor(route.name).map((cursor) => ({
    what: 'its cursor',
    input: { ...input, cursor },
    instead: { input: { ...input, cursor: nobodysCursor(cursor) }, headers: {} },
    sameBody: false,
    headers: {},
  }));

/** The widest question that a list takes, the input itself elsewhere. */
export function widest(route: Route, input: Input): Input {
  if (!isQuery(route) || !('limit' in route.input.shape)) return input;
  const everything = { limit: 200 };
  return route.input.safeParse(everything).success ? everything : { ...input, ...everything };
}

/** The caller's own request, as it stands and with what should choose nothing: a tenant, a key of the neighbour's. */
function ownWith({ target: { route }, input }: Prepared, neighbour: Neighbour): Smuggled[] {
  const [tenantId = ''] = neighbour.tenantIds;
  const own = { instead: null, sameBody: true };
  return [
    { what: 'its tenant', ...own, input: { ...input, tenantId, tenant_id: tenantId }, headers: { 'X-Tenant-Id': tenantId } },
    { what: 'its key', ...own, input: widest(route, input), headers: { 'Idempotency-Key': neighbour.keyFor(route.name) } },
  ];
}

/** The caller's own request, for the workspace of the neighbour. */
const forItsWorkspace = ({ input }: Prepared, { tenantIds: [tenantId = ''] }: Neighbour): Smuggled => ({
  what: 'its workspace',
  input,
  instead: { input, headers: { [workspaceHeader]: uuidv7() } },
  sameBody: true,
  headers: { [workspaceHeader]: tenantId },
});

/**
 * Everything of a neighbour that fits into a request: ids in path, query and body, cursors, tenants, keys.
 *
 * @param anyId an id of the neighbour to put where it does not belong
 */
export const smuggledInto = (prepared: Prepared, neighbour: Neighbour, anyId?: string): Smuggled[] => [
  ...idsIn(prepared, neighbour, anyId),
  ...cursorsIn(prepared, neighbour),
  ...ownWith(prepared, neighbour),
  forItsWorkspace(prepared, neighbour),
];
