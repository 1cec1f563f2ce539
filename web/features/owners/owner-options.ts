import type { ComboboxOption } from '@atlas/ui';
import { type Member, nameOf } from '../teams/use-members.ts';

const most = 20;

/** Whom a typed text finds by name or address: the person themselves first, then the others as they joined. */
export function ownerOptions(
  typed: string,
  me: Pick<Member, 'userId' | 'name' | 'email'>,
  members: readonly Member[],
): ComboboxOption[] {
  const wanted = typed.trim().toLowerCase();
  return [me, ...members.filter(({ userId }) => userId !== me.userId)]
    .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted))
    .slice(0, most)
    .map((each) => ({ value: each.userId, label: nameOf(each), detail: each.email }));
}
