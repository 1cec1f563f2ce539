import type { Accepted, AcceptedLine } from './accept-statement.ts';

/** A statement that is kept, as far as it says where it lies among others. */
export type KeptStatement = {
  readonly id: string;
  readonly number: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly openingMinor: bigint | null;
  readonly closingMinor: bigint | null;
};

/** Where one statement ends and the next may begin: a balance on a day. */
type Joint = { readonly minor: bigint | null; readonly day: string | null };

const opens = ({ openingMinor, startsOn }: KeptStatement): Joint => ({ minor: openingMinor, day: startsOn });
const closes = ({ closingMinor, endsOn }: KeptStatement): Joint => ({ minor: closingMinor, day: endsOn });

/** Whether a statement that ends here can be the one before a statement that begins there. */
const joins = (end: Joint, beginning: Joint): boolean =>
  end.minor !== null && end.minor === beginning.minor && end.day !== null && beginning.day !== null && end.day <= beginning.day;

/** The statements that lead to a joint, or lead on from it, one after the other. */
function chain(
  from: Joint,
  kept: readonly KeptStatement[],
  touches: (one: KeptStatement, joint: Joint) => boolean,
  far: (one: KeptStatement) => Joint,
): KeptStatement[] {
  const found = new Set<KeptStatement>();
  const joints = [from];
  for (const joint of joints)
    for (const one of kept)
      if (!found.has(one) && touches(one, joint)) {
        found.add(one);
        joints.push(far(one));
      }
  return [...found];
}

/**
 * The kept statements that lie before or behind a statement without sharing a line with it, by their ids: balances and days lead
 * from one to the next. Balances alone leave a doubt where equal lines may come to nothing together: a statement that repeats
 * them opens with what the one before it closed with, too. Then numbers have to tell the two apart.
 *
 * @param same those lines of the statement that say what kept lines say
 */
export function statementsApart(
  { statement, lines, opening, closing }: Accepted,
  kept: readonly KeptStatement[],
  same: readonly AcceptedLine[],
): ReadonlySet<string> {
  const sum = lines.reduce((total, { minor }) => total + minor, 0n);
  if (!opening || !closing || opening.minor + sum !== closing.minor) return new Set();
  const apart = [
    ...chain({ minor: opening.minor, day: statement.startsOn }, kept, (one, joint) => joins(closes(one), joint), opens),
    ...chain({ minor: closing.minor, day: statement.endsOn }, kept, (one, joint) => joins(joint, opens(one)), closes),
  ];
  const oneWay = same.every(({ minor }) => minor > 0n) || same.every(({ minor }) => minor < 0n);
  const numbered = [statement.number, ...apart.map(({ number }) => number)];
  const isTold = !numbered.includes(null) && apart.every(({ number }) => number !== statement.number);
  return new Set(oneWay || isTold ? apart.map(({ id }) => id) : []);
}
