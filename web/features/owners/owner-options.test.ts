import { describe, expect, it } from 'vitest';
import type { Member } from '../teams/use-members.ts';
import { ownerOptions } from './owner-options.ts';

const member = (userId: string, name: string, email = `${userId}@atlas.example`): Member => ({
  userId,
  name,
  email,
  membership: ['member'],
  assigned: [],
  teams: [],
  department: null,
  joinedAt: '2026-01-01T00:00:00.000Z',
});
const me = member('ada', 'Ada Ledger');
const everyone = [member('bo', 'Bo Keel'), me, member('cy', '', 'cy@harbour.example')];
const found = (typed: string) => ownerOptions(typed, me, everyone).map(({ value }) => value);

describe('who can be chosen as an owner', () => {
  it('is oneself first, and each once', () => {
    expect(found('')).toEqual(['ada', 'bo', 'cy']);
  });

  it('is found by a part of the name or the address, however it is written', () => {
    expect(found(' KEEL ')).toEqual(['bo']);
    expect(found('harbour')).toEqual(['cy']);
    expect(found('nobody of this name')).toEqual([]);
  });

  it('is called by the address where there is no name', () => {
    expect(ownerOptions('harbour', me, everyone)[0]?.label).toBe('cy@harbour.example');
  });

  it('is oneself alone for whoever may not see the members', () => {
    expect(ownerOptions('', me, []).map(({ value }) => value)).toEqual(['ada']);
  });
});
