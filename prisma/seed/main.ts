import { dayOfInstant } from '@atlas/kernel';
import { openDatabase, openStorage, readConfig } from '@atlas/platform';
import { storyUpTo } from './story.ts';
import { tellStory } from './tell-story.ts';
import { tellerIn } from './teller.ts';
import { markComplete, openWorkspace } from './workspace.ts';

/** Ends with this when the database belongs to people who have no demo workspace: it is left alone. */
const withoutDemo = 3;

const config = readConfig(process.env);
const workspace = await openWorkspace(config, dayOfInstant(new Date().toISOString()));
if (!workspace) process.exit(withoutDemo);
if (workspace.complete) process.exit(0);

const begun = performance.now();
const db = openDatabase({ url: config.DATABASE_APP_URL, poolSize: 2, preparedStatements: config.DATABASE_PREPARED_STATEMENTS });
process.stdout.write('making the demo workspace …\n');
await tellStory(tellerIn({ db, storage: openStorage(config) }, workspace), storyUpTo(workspace.until), (text) =>
  process.stdout.write(`${text}\n`),
);
await db.close();
await markComplete(config, workspace);
process.stdout.write(`the demo workspace is ready (${((performance.now() - begun) / 1000).toFixed(1)} s)\n`);
process.exit(0);
