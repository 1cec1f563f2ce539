import { uuidv7 } from '@atlas/kernel';
import { expect } from 'vitest';
import type { Answer, Api, Visitor } from '../api/index.ts';
import { asAdministrator } from '../database.ts';
import { uuids } from '../laws/contents.ts';
import type { World } from '../world.ts';
import type { Neighbour } from './neighbour.ts';
import { sendTo } from './request.ts';
import { type Smuggled, smuggledInto } from './smuggle.ts';
import { everyTarget } from './targets.ts';
import { openWorkspaces, type Prepared } from './workspaces.ts';

/** Signs someone up who owns a workspace. */
async function ownerOf(api: Api, { tenantId }: World): Promise<Visitor> {
  const person = await api.person();
  const { userId } = (await person.send('GET', '/v1/me')).body;
  await asAdministrator(
    `with workspace as (
       insert into identity.organizations (id, name, slug) values ($1, 'Caller Ltd', $1::uuid::text) on conflict do nothing
     ) insert into identity.members (id, organization_id, user_id, role) values ($2, $1, $3, 'owner')`,
    [tenantId, uuidv7(), userId],
  );
  await person.send('POST', '/api/auth/organization/set-active', { body: { organizationId: tenantId } });
  return person;
}

/** An answer with what may differ between two alike: the number of the request and the ids that were sent. */
function unnamed({ status, text }: Answer, sent: string): string {
  const requestId = /"requestId":"[^"]*"/;
  const ids = sent.match(uuids) ?? [];
  return `${status} ${ids.reduce((plain, id) => plain.replaceAll(id, 'an id'), text.replace(requestId, ''))}`;
}

/** Someone who is signed in and tries to reach a neighbour. */
export type Caller = {
  /** How many things there are to smuggle into a request of this route. */
  choices(name: string): Promise<number>;
  /**
   * Sends one of them and looks at the answer.
   *
   * @returns its status
   */
  smuggle(name: string, choice: number, anyId?: string): Promise<number>;
  readonly worlds: () => readonly World[];
};

export function newCaller(api: Api, neighbour: Neighbour): Caller {
  const workspaces = openWorkspaces();
  const visitors = new Map<World, Promise<Visitor>>();
  /** What was used may not work a second time. */
  const fresh = new Map<string, Prepared>();

  async function prepared(name: string): Promise<Prepared> {
    const target = everyTarget.find(({ route }) => route.name === name);
    if (!target) throw new Error(`there is no route ${name}`);
    const known = fresh.get(name) ?? (await workspaces.prepare(target));
    fresh.set(name, known);
    return known;
  }

  async function send({ target: { route }, world }: Prepared, input: Smuggled['input'], headers: Smuggled['headers']) {
    const visitor = visitors.get(world) ?? ownerOf(api, world);
    visitors.set(world, visitor);
    const answer = await sendTo(await visitor, route, input, headers);
    const sent = answer.status >= 400 ? JSON.stringify(input) : '';
    const seen = neighbour.seenIn(`${answer.text} ${JSON.stringify([...answer.headers])}`, sent);
    return { answer, seen };
  }

  async function smuggle(name: string, choice: number, anyId?: string): Promise<number> {
    const own = await prepared(name);
    const options = smuggledInto(own, neighbour, anyId);
    const { what, input, instead, sameBody, headers } = options[choice % options.length] as Smuggled;
    const say = (problem: string) => `${name} with ${what} ${problem}`;
    const nobodys = instead && (await send(own, instead.input, instead.headers));
    const { answer, seen } = await send(own, input, headers);
    const { status } = answer;
    expect(seen, say('shows something of the neighbour')).toEqual([]);
    expect(status, say(`fails: ${answer.text}`)).toBeLessThan(500);
    if (nobodys) {
      const told = sameBody ? unnamed(answer, JSON.stringify(input)) : status;
      const nobodyTold = sameBody ? unnamed(nobodys.answer, JSON.stringify(instead.input)) : nobodys.answer.status;
      expect(told, say('is not answered as nobody’s')).toBe(nobodyTold);
    } else if (status < 300) fresh.delete(name);
    return status;
  }

  const choices = async (name: string) => smuggledInto(await prepared(name), neighbour).length;
  return { choices, smuggle, worlds: workspaces.worlds };
}
