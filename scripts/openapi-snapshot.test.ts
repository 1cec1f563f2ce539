import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiFile, openApiText } from './openapi-snapshot.ts';

test('the committed OpenAPI document is what the contracts say (npm run snapshot renews it)', () => {
  expect(openApiText()).toBe(readFileSync(openApiFile, 'utf8'));
});
