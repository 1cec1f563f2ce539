import { afterAll, afterEach } from 'vitest';
import { closeBrowser, whatIsSeen } from './browser.ts';

// Run before each file: modules stay loaded from one file to the next, what they opened does not stay open.
afterAll(closeBrowser);

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') process.stdout.write(`${task.name} failed here:\n${await whatIsSeen()}\n`);
});
