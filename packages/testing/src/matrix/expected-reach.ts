import { type Place, places } from '../colleagues.ts';

/** Whose a record can be: somebody's, or nobody's. */
export const owners = [...places, 'nobody'] as const;
export type Owner = Place | 'nobody';

/** Whose records each scope reaches, written by hand and by nobody's rule. `y` is reached, `.` is not. */
const table = `
            me  mate  peer  below  farBelow  above  beside  nobody
own         y   .     .     .      .         .      .       .
team        y   y     .     .      .         .      .       .
department  y   .     y     y      y         .      .       .
company     y   y     y     y      y         y      y       y
all         y   y     y     y      y         y      y       y
`;

const [head = [], ...rows] = table
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => line.trim().split(/\s+/));

/** The owners whose records a scope reaches, by its name. */
export const reachedBy: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  rows.map(([scope = '', ...marks]) => [scope, new Set(head.filter((_owner, index) => marks[index] === 'y'))]),
);
