import { businessDate } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import type { MatchItem, MatchLine, MatchParty } from './match-subject.ts';
import { asksForSomething, type MatchingRule } from './matching-rule.ts';
import { Matcher, type MatchGround } from './suggest-matches.ts';
import type { Suggestion } from './suggestion.ts';

const parties: MatchParty[] = [
  { id: 'one', name: 'Customer One GmbH', accounts: ['DE89 3704 0044 0532 0130 00'] },
  { id: 'two', name: 'Customer Two Ltd', accounts: [] },
];
let nextId = 0;

const item = (minor: bigint, number: string, more: Partial<MatchItem> = {}): MatchItem => {
  nextId += 1;
  return {
    entryId: `e${nextId}`,
    position: 1,
    partyId: 'one',
    date: businessDate('2026-03-01'),
    dueOn: businessDate('2026-03-31'),
    residualMinor: minor,
    texts: [`Invoice ${number}`],
    ...more,
  };
};
const line = (minor: bigint, text: string, more: Partial<MatchLine> = {}): MatchLine => {
  nextId += 1;
  const nobody = { counterpartyName: null, counterpartyAccount: null };
  return { id: `l${nextId}`, bookedOn: businessDate('2026-06-15'), amountMinor: minor, texts: [text], ...nobody, ...more };
};
const rule = (more: Partial<MatchingRule>): MatchingRule => ({
  id: 'r1',
  name: 'Rule',
  direction: 'both',
  words: null,
  counterpartyAccount: null,
  minMinor: null,
  maxMinor: null,
  accountId: null,
  partyId: null,
  isAutomatic: true,
  ...more,
});
const ground = (more: Partial<MatchGround>): MatchGround => ({ items: [], ledgerLines: [], parties, rules: [], ...more });
const best = (more: Partial<MatchGround>, movement: MatchLine): Suggestion | undefined =>
  new Matcher(ground(more)).suggest(movement).suggestions[0];
const codes = (suggestion: Suggestion | undefined) => suggestion?.reasons.map(({ code }) => code);

describe('what a movement settles', () => {
  it.each(['Thanks for INV-2026-000123', 'inv 2026 000123 / thanks', 'INV2026000123', 'EREF+INV-2026-000123+SVWZ'])(
    'is known by its number, however a bank writes it: %s',
    (text) => {
      const [meant, other] = [item(10_000n, 'INV-2026-000123', { partyId: 'two' }), item(10_000n, 'INV-2026-000124')];
      const found = best({ items: [other, meant] }, line(10_000n, text));
      expect(found?.items).toEqual([{ entryId: meant.entryId, position: 1, amountMinor: 10_000n }]);
      expect(codes(found)).toEqual(['amount_exact', 'reference']);
    },
  );

  it('is known by the account that a party paid from before, or by its name, and not by a name that two have', () => {
    const items = [item(500n, 'A-1001', { partyId: 'two' }), item(500n, 'A-1002')];
    const known = best({ items }, line(500n, 'Transfer', { counterpartyAccount: 'DE89370400440532013000' }));
    expect([known?.items[0]?.entryId, codes(known)]).toEqual([items[1]?.entryId, ['amount_exact', 'party_account']]);
    const named = best({ items }, line(500n, 'Transfer', { counterpartyName: 'CUSTOMER TWO LIMITED' }));
    expect([named?.items[0]?.entryId, codes(named)]).toEqual([items[0]?.entryId, ['amount_exact', 'party_name']]);
    const twins = [...parties, { id: 'three', name: 'Customer Two', accounts: [] }];
    expect(codes(best({ items, parties: twins }, line(500n, 'x', { counterpartyName: 'Customer Two' })))).toEqual([
      'amount_exact',
    ]);
  });

  it.each([
    ['named ones', 'INV-1001 INV-1003', [100n, 250n, 400n, 70n], [0, 2]],
    ['the oldest of a party', 'Customer One GmbH', [100n, 400n, 70n, 900n], [0, 1]],
    ['two that lie apart', 'Customer One GmbH', [100n, 33n, 400n, 900n], [0, 2]],
    ['three that lie apart', 'Customer One GmbH', [100n, 33n, 360n, 47n, 40n, 900n], [0, 2, 4]],
  ])('may be several items: %s', (_which, text, amounts, meant) => {
    const items = amounts.map((minor, index) =>
      item(minor, `INV-100${index + 1}`, { dueOn: businessDate(`2026-03-0${index + 1}`) }),
    );
    const found = best({ items }, line(500n, text));
    expect(new Set(found?.items.map(({ entryId }) => entryId))).toEqual(new Set(meant.map((index) => items[index]?.entryId)));
    expect(codes(found)).toContain('sum_exact');
  });

  it('may be an invoice less a credit note', () => {
    const items = [item(10_000n, 'INV-2001'), item(-1_500n, 'CRN-0001')];
    const found = best({ items }, line(8_500n, 'INV-2001 less CRN-0001'));
    expect(found?.items.map(({ amountMinor }) => amountMinor)).toEqual([10_000n, -1_500n]);
  });

  it('may be a part of an item, or leave something of the movement; the other side is never meant', () => {
    const items = [item(10_000n, 'INV-3001')];
    const part = best({ items }, line(4_000n, 'INV-3001 part one'));
    expect([part?.items[0]?.amountMinor, part?.restMinor, codes(part)]).toEqual([4_000n, 0n, ['amount_partial', 'reference']]);
    const over = best({ items }, line(10_050n, 'INV-3001'));
    expect([over?.items[0]?.amountMinor, over?.restMinor, codes(over)]).toEqual([10_000n, 50n, ['amount_near', 'reference']]);
    expect(best({ items }, line(-10_000n, 'INV-3001'))).toBeUndefined();
  });

  it('is suggested once: of equal movements each gets an item of its own', () => {
    const items = [item(100n, 'A-1'), item(100n, 'A-2'), item(100n, 'A-3')];
    const matcher = new Matcher(ground({ items }));
    const first = [1, 2, 3].map(() => matcher.suggest(line(100n, 'Customer One GmbH')).suggestions[0]?.items[0]?.entryId);
    expect(new Set(first).size).toBe(3);
  });
});

describe('what the ledger has already', () => {
  it('comes before what is open, the nearest day first, and not after a month', () => {
    const ledgerLines = ['2026-06-01', '2026-06-14', '2026-04-01'].map((date, index) => ({
      entryId: `g${index}`,
      position: 2,
      date: businessDate(date),
      amountMinor: 700n,
    }));
    const { suggestions } = new Matcher(ground({ ledgerLines, items: [item(700n, 'A-9')] })).suggest(line(700n, 'x'));
    expect(suggestions.map(({ kind, ledgerLine }) => [kind, ledgerLine?.entryId])).toEqual([
      ['ledger', 'g1'],
      ['ledger', 'g0'],
      ['items', undefined],
    ]);
  });
});

describe('a rule', () => {
  it.each([
    [{ words: 'bank charge' }, line(-500n, 'CHARGE of the bank, June'), true],
    [{ words: 'bank charge' }, line(-500n, 'bankcharge'), false],
    [{ words: 'fee', direction: 'in' as const }, line(-500n, 'fee'), false],
    [{ minMinor: 400n, maxMinor: 500n }, line(-500n, 'x'), true],
    [{ minMinor: 400n, maxMinor: 499n }, line(-500n, 'x'), false],
    [{ counterpartyAccount: 'DE89 3704' }, line(5n, 'x', { counterpartyAccount: 'de893704' }), true],
  ])('%o speaks of a movement, or does not', (asked, movement, met) => {
    const suggested = new Matcher(ground({ rules: [rule({ accountId: 'a1', ...asked })] })).suggest(movement);
    expect(suggested.automatic?.ruleId ?? null).toBe(met ? 'r1' : null);
  });

  it('without an account applies what is certain and nothing else: the number and the amount, once', () => {
    const rules = [rule({ minMinor: 1n })];
    const items = [item(10_000n, 'INV-4001')];
    const matcher = new Matcher(ground({ rules, items }));
    expect(matcher.suggest(line(10_000n, 'INV-4001')).automatic?.items).toHaveLength(1);
    expect(matcher.suggest(line(10_000n, 'INV-4001')).automatic).toBeNull();
    expect(new Matcher(ground({ rules, items })).suggest(line(10_000n, 'unnamed')).automatic).toBeNull();
    expect(new Matcher(ground({ rules: [], items })).suggest(line(10_000n, 'INV-4001')).automatic).toBeNull();
  });
});

it('many items of equal amounts and alike names are told apart by their numbers', () => {
  const numberOf = (index: number) => `INV-2026-${String(index).padStart(6, '0')}`;
  const many = Array.from({ length: 2000 }, (_, index) =>
    item(BigInt(1000 + (index % 10)), numberOf(index), { partyId: `p${index % 40}` }),
  );
  const named = Array.from({ length: 40 }, (_, index) => ({ id: `p${index}`, name: `Trader ${index} Works`, accounts: [] }));
  const matcher = new Matcher(ground({ items: many, parties: named }));
  const wrong = many.filter(({ residualMinor, entryId }, index) => {
    const [first] = matcher.suggest(line(residualMinor, `Trader ${index % 40} Works ${numberOf(index)}`)).suggestions;
    return first?.items[0]?.entryId !== entryId || first.reasons.length < 3;
  });
  expect(wrong).toEqual([]);
});

it.each([
  [{ words: '.*' }, false],
  [{ counterpartyAccount: ' - ' }, false],
  [{ words: 'rent' }, true],
  [{ maxMinor: 0n }, true],
])('a rule that asks for %o asks for something, or not', (asked, does) => {
  expect(asksForSomething(rule(asked))).toBe(does);
});
