import { join } from 'node:path';
import { root } from '../run.ts';
import type { Parts } from './parts.ts';

/** What prisma/seed/main.ts ends with when the database belongs to people who have no demo workspace. */
const withoutDemo = 3;

/** Makes the demo workspace on the first start. Answers whether the database has one. */
export async function seedDemo(parts: Parts, env: NodeJS.ProcessEnv): Promise<boolean> {
  const code = await parts.runNode({ name: 'demo', args: [join(root, 'prisma', 'seed', 'main.ts')], env });
  if (code !== 0 && code !== withoutDemo) throw new Error(`the demo workspace could not be made (code ${code})`);
  return code === 0;
}
