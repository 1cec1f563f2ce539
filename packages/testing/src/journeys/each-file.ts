import { afterAll } from 'vitest';
import { closeBrowser } from './browser.ts';

// Run before each file: modules stay loaded from one file to the next, what they opened does not stay open.
afterAll(closeBrowser);
