import { Claimed, claimFolder } from './start/claim.ts';
import { removeEnvironment } from './start/environment.ts';
import { readOptions, type StartOptions, usage } from './start/options.ts';
import { openParts } from './start/parts.ts';
import { openPrint } from './start/print.ts';
import { processRecord } from './start/process-record.ts';
import { startAtlas } from './start/start-atlas.ts';

const print = openPrint(process.stdout);

function optionsOrExit(): StartOptions {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options !== 'help') return options;
    print.plain(usage);
    process.exit(0);
  } catch (error) {
    print.plain(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

/** Resolves when we are asked to stop: by a signal, or because nobody reads us any more, or `npm start` itself was killed. */
function stopRequest(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    process.stdout.on('error', () => resolve('the terminal is gone'));
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) resolve('npm ended');
    }, 1000);
    if (process.env.npm_lifecycle_event === undefined) clearInterval(watch);
    watch.unref();
  });
}

async function main(options: StartOptions): Promise<number> {
  const claim = claimFolder(options.data);
  const record = processRecord(options.data);
  const parts = openParts(record, print);
  const asked = stopRequest().then((how) => ({ how, code: 0 }));
  const lost = parts.lost.then((how) => ({ how, code: 1 }));
  const started = startAtlas(options, { claim, record, parts, print }).then(
    () => Promise.race([asked, lost]),
    (error: Error) => ({ how: error.message, code: 1 }),
  );
  const { how, code } = await Promise.race([started, asked, lost]);
  print.part('start', code === 0 ? `stopping (${how}) …` : `${how}: stopping everything`);
  await parts.stop();
  removeEnvironment(options.data);
  claim.release();
  print.part('start', 'everything has stopped');
  return code;
}

try {
  process.exit(await main(optionsOrExit()));
} catch (error) {
  print.plain(`${error instanceof Claimed ? error.message : ((error as Error).stack ?? error)}\n`);
  process.exit(1);
}
