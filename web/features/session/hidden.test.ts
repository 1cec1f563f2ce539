import { describe, expect, it } from 'vitest';
import { withoutFields } from './hidden.ts';

describe('an input', () => {
  it('leaves out what is hidden, and nothing else', () => {
    const input = { name: 'Ada', email: null, note: '', contacts: [] };
    expect(withoutFields(input, ['email', 'contacts', 'salary'])).toEqual({ name: 'Ada', note: '' });
    expect(withoutFields(input, [])).toEqual(input);
  });
});
