import { describe, expect, it } from 'vitest';
import { balanceOf, blankLine, draftInput, freshDraft, pasteInto } from './journal-draft.ts';

const read = { account: (text: string) => (text === '6020' ? 'rent' : ''), amount: (text: string) => text.replace(',', '.') };

describe('a journal that is being written', () => {
  it('takes rows of a spreadsheet, makes lines for them, and keeps a blank one', () => {
    const lines = pasteInto(
      [blankLine()],
      [
        ['6020', 'Rent', '500,00', ''],
        ['9999', 'Bank', '', '500'],
      ],
      { row: 0, column: 0 },
      read,
    );
    expect(lines.map(({ accountId, description, debit, credit }) => [accountId, description, debit, credit])).toEqual([
      ['rent', 'Rent', '500.00', ''],
      ['', 'Bank', '', '500'],
      ['', '', '', ''],
    ]);
    expect(pasteInto(lines, [['7']], { row: 1, column: 2 }, read)[1]).toMatchObject({ debit: '7', credit: '500' });
  });

  it('tells which side is larger, whatever is typed besides numbers', () => {
    const lines = [
      { ...blankLine(), debit: '10.10' },
      { ...blankLine(), debit: 'ten' },
      { ...blankLine(), credit: '10.3' },
    ];
    expect(balanceOf(lines)).toMatchObject({ debit: '10.1', credit: '10.3', difference: '0.2', side: 'credit' });
    expect(balanceOf([blankLine()]).side).toBeNull();
  });

  it('is sent without its blank lines, and empty fields as nothing', () => {
    const draft = { ...freshDraft('2026-03-01'), description: 'Rent', lines: [{ ...blankLine(), debit: '5' }, blankLine()] };
    expect(draftInput(draft)).toEqual({
      date: '2026-03-01',
      description: 'Rent',
      reverseOn: null,
      lines: [{ accountId: null, partyId: null, dimensions: [], description: null, debit: '5', credit: null }],
    });
  });
});
