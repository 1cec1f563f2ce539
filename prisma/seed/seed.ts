import { dayOfInstant } from '@atlas/kernel';
import { openDatabase, openStorage, readConfig } from '@atlas/platform';
import { storyUpTo } from './story.ts';
import { tellStory } from './tell-story.ts';
import { tellerIn } from './teller.ts';
import { markComplete, openWorkspace } from './workspace.ts';

/** What there is to say of the demo workspace: it was made now or before, or the database belongs to people who have none. */
export type Seeded = 'made' | 'known' | 'others';

/**
 * Makes the demo workspace in a database that nobody else uses; goes on where it was interrupted.
 *
 * @param env as the API has it (packages/platform/src/config.ts)
 */
export async function seed(env: Readonly<Record<string, string | undefined>>, progress: (text: string) => void): Promise<Seeded> {
  const config = readConfig(env);
  const workspace = await openWorkspace(config, dayOfInstant(new Date().toISOString()));
  if (!workspace) return 'others';
  if (workspace.complete) return 'known';
  const db = openDatabase({ url: config.DATABASE_APP_URL, poolSize: 2, preparedStatements: config.DATABASE_PREPARED_STATEMENTS });
  try {
    progress('making the demo workspace …');
    await tellStory(tellerIn({ db, storage: openStorage(config) }, workspace), storyUpTo(workspace.until), progress);
  } finally {
    await db.close();
  }
  await markComplete(config, workspace);
  return 'made';
}
