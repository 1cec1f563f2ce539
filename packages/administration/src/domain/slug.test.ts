import { describe, expect, it } from 'vitest';
import { slugOf } from './slug.ts';

const id = '019a0000-0000-7000-8000-0123456789ab';

describe('the slug of a workspace', () => {
  it.each([
    ['Müller & Söhne GmbH', 'muller-sohne-gmbh-0123456789ab'],
    ['  Acme  ', 'acme-0123456789ab'],
    ['株式会社', 'workspace-0123456789ab'],
    ['--', 'workspace-0123456789ab'],
  ])('of %s is %s', (name, slug) => expect(slugOf(name, id)).toBe(slug));

  it('is short whatever the name', () => expect(slugOf('a'.repeat(100), id).length).toBeLessThan(60));
});
