import { expect, it } from 'vitest';
import { blankLine, gridOf, linesInput, pasteInto, totalOf, withBlankEnd } from './budget-grid.ts';

const months = [1, 2, 3].map((month) => ({ id: `p${month}`, startsOn: `2026-0${month}-01`, endsOn: `2026-0${month}-28` }));
const read = {
  account: (text: string) => (text === '6020' ? 'rent' : ''),
  value: (text: string) => (text === 'IT' ? 'it' : ''),
  amount: (text: string) => text.replace(',', '.'),
};

it('a budget comes back as it was written, with a blank line to go on', () => {
  const lines = [{ accountId: 'rent', valueId: null, amounts: ['100.00', '0.00', '5.50'] }];
  const grid = gridOf({ lines, periods: months });
  expect(grid.map(({ accountId, amounts }) => [accountId, ...amounts])).toEqual([
    ['rent', '100.00', '', '5.50'],
    ['', '', '', ''],
  ]);
  expect(linesInput(grid)).toEqual([{ accountId: 'rent', valueId: null, amounts: ['100.00', '0', '5.50'] }]);
  expect(withBlankEnd(grid, 3)).toHaveLength(2);
});

it('a line comes to the sum of what are numbers', () => {
  expect(totalOf({ ...blankLine(3), amounts: ['0.1', 'x', '0.2'] })).toBe('0.3');
});

it('cells of a spreadsheet go where they were pasted, and rows beyond the last are added', () => {
  const cells = [
    ['6020', 'IT', '1,5', '2'],
    ['9999', '', '3'],
  ];
  const pasted = pasteInto([blankLine(3)], cells, { row: 0, column: 0 }, 2, read);
  expect(pasted.map(({ accountId, valueId, amounts }) => [accountId, valueId, ...amounts])).toEqual([
    ['rent', 'it', '1.5', '2', ''],
    ['', '', '3', '', ''],
    ['', '', '', '', ''],
  ]);
  const amounts = pasteInto(pasted, [['7', '8', '9', '10']], { row: 1, column: 2 }, 1, read);
  expect(amounts[1]?.amounts).toEqual(['3', '7', '8']);
});
