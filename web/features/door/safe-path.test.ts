import { expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

it.each(['/', '/invoices?q=1', '/invitation/01a2#x'])('goes on to %s', (path) => {
  expect(safePath(path)).toBe(path);
});

it.each([
  null,
  undefined,
  '',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
])('does not go on to %j', (path) => {
  expect(safePath(path)).toBe('/');
});
