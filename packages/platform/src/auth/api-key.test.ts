import { uuidv7 } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { isSameKey, newApiKey, readApiKey } from './api-key.ts';

describe('an API key', () => {
  it('says which tenant it is of and what it is known by, and is recognised by its digest', () => {
    const tenantId = uuidv7();
    const key = newApiKey(tenantId);
    const read = readApiKey(key.text);
    expect(read).toMatchObject({ tenantId, publicId: key.publicId });
    expect(read && isSameKey(read, key.digest)).toBe(true);
  });

  it('is another one when a letter of its secret differs, or its tenant does', () => {
    const key = newApiKey(uuidv7());
    const last = key.text.at(-2) === 'A' ? 'B' : 'A';
    const forged = readApiKey(`${key.text.slice(0, -2)}${last}${key.text.at(-1)}`);
    expect(forged && isSameKey(forged, key.digest)).toBe(false);
    const [other, mine] = [newApiKey(uuidv7()), key.text.split('_')];
    expect(readApiKey(other.text)?.tenantId).not.toBe(readApiKey(key.text)?.tenantId);
    expect(mine[0]).toBe('atlas');
  });

  it('has twelve letters and digits that are never the same twice', () => {
    const ids = new Set(Array.from({ length: 500 }, () => newApiKey(uuidv7()).publicId));
    expect(ids.size).toBe(500);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]{12}$/);
  });

  it.each(['', 'atlas_', 'Bearer x', 'atlas_short_x', `atlas_${'a'.repeat(12)}_${'!'.repeat(64)}`, `x${'a'.repeat(10_000)}`])(
    'is not %j',
    (text) => expect(readApiKey(text)).toBeNull(),
  );
});
