import { dividedBy, type Fraction, minus, times } from './fraction.ts';

/** One equation: what each unknown is multiplied by, and what that comes to. */
export type Equation = { readonly by: readonly Fraction[]; readonly is: Fraction };

const withoutUnknown = (equation: Equation, pivot: Equation, unknown: number): Equation => {
  const factor = equation.by[unknown] as Fraction;
  if (factor.over === 0n) return equation;
  return {
    by: equation.by.map((value, index) => minus(value, times(factor, pivot.by[index] as Fraction))),
    is: minus(equation.is, times(factor, pivot.is)),
  };
};

/** Solves as many linear equations as there are unknowns, exactly (Gauss and Jordan); null when they have not one solution. */
export function solve(equations: readonly Equation[]): Fraction[] | null {
  let rows = [...equations];
  for (let unknown = 0; unknown < equations.length; unknown += 1) {
    const found = rows.findIndex(({ by }, index) => index >= unknown && by[unknown]?.over !== 0n);
    const row = rows[found];
    if (row === undefined) return null;
    const factor = row.by[unknown] as Fraction;
    const pivot: Equation = { by: row.by.map((value) => dividedBy(value, factor)), is: dividedBy(row.is, factor) };
    rows[found] = rows[unknown] as Equation;
    rows[unknown] = pivot;
    rows = rows.map((each, index) => (index === unknown ? each : withoutUnknown(each, pivot, unknown)));
  }
  return rows.map(({ is }) => is);
}
