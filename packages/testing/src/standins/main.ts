import { standIns } from './index.ts';

/**
 * Runs stand-ins in one process: `main.ts brevo=4101 turnstile=0`, each on the port behind its name. Prints where each
 * answers; SIGTERM ends them.
 */
const ports = new Map(process.argv.slice(2).map((argument) => argument.split('=') as [string, string]));
const running = await Promise.all(
  standIns
    .filter(({ name }) => ports.has(name))
    .map(async ({ name, start }) => {
      const standIn = await start(Number(ports.get(name)));
      process.stdout.write(`${name} at ${standIn.url}\n`);
      return standIn;
    }),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await Promise.all(running.map((each) => each.close()));
    process.exit(0);
  });
}
