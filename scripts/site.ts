import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buildSite } from './web/site.ts';
import { webFolder } from './web/sources.ts';

await buildSite({
  run: async (args, env) => {
    const child = spawn(process.execPath, args, { cwd: webFolder, stdio: 'inherit', env: { ...process.env, ...env } });
    const [code] = (await once(child, 'exit')) as [number | null];
    return code ?? 1;
  },
  say: (text) => process.stdout.write(`web: ${text}\n`),
});
