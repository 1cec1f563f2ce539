import type { AddressInfo } from 'node:net';
import { createApp, openResources, type Resources } from '@atlas/api';
import { type Config, openLog, readConfig } from '@atlas/platform';
import { inject } from 'vitest';
import { asAdministrator, testDatabase } from '../database.ts';
import { apiFunction, openGateway, openPool, pooled } from '../lambda/index.ts';
import { environmentOn, type Ground, webOrigin } from '../services/program.ts';
import { testStorageFolder } from '../world.ts';
import { rememberHashes } from './hashes.ts';
import { newVisitor, type Person, password, signUp, type Visitor } from './visitor.ts';

export * from './authenticator.ts';
export * from './totp.ts';
export * from './visitor.ts';

export type Api = {
  readonly url: string;
  readonly origin: string;
  readonly resources: Resources;
  visitor(): Visitor;
  /** Someone who has signed up and, when `workspace` is given, created one. */
  person(workspace?: string): Promise<Person>;
  /** Someone who was invited into the workspace of another and accepted. */
  member(owner: Visitor): Promise<Person>;
  close(): Promise<void>;
};

type Running = { readonly url: string; close(): Promise<void> };

async function asServer(config: Config, resources: Resources): Promise<Running> {
  await rememberHashes(resources, config);
  const app = await createApp(config, openLog('api', 'silent'), resources);
  const server = await app.listen(0, '127.0.0.1');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => app.close() };
}

/** The bundle as AWS runs it: instances of a function behind API Gateway. */
const asLambda = (ground: Ground, more: Readonly<Record<string, string>>): Promise<Running> =>
  openGateway(openPool(apiFunction(pooled({ ...environmentOn(ground), ...more }, inject('poolerHost'))), 4));

/** The real API on loopback, as a server or as a function, on this worker's database and a Redis database of its own. `more` goes into its environment. */
export async function startApi(redisDatabase: number, more: Readonly<Record<string, string>> = {}): Promise<Api> {
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: `${inject('redisUrl')}/${redisDatabase}`, storageFolder: testStorageFolder() };
  const config = readConfig({ ...environmentOn(ground), ...more });
  const resources = openResources(config);
  const { url, close } = await (inject('apiRunsAs') === 'lambda' ? asLambda(ground, more) : asServer(config, resources));
  const member = async (owner: Visitor): Promise<Person> => {
    const invited = await signUp(url);
    const { email } = invited;
    // An invitation is for whoever reads the mail: only a verified address accepts it.
    await asAdministrator('update identity.users set email_verified = true where email = $1', [email]);
    await invited.send('POST', '/api/auth/sign-in/email', { body: { email, password } });
    const { body } = await owner.send('POST', '/api/auth/organization/invite-member', { body: { email, role: 'member' } });
    await invited.send('POST', '/api/auth/organization/accept-invitation', { body: { invitationId: body.id } });
    return invited;
  };
  return {
    url,
    origin: webOrigin,
    resources,
    visitor: () => newVisitor(url),
    person: (workspace) => signUp(url, workspace),
    member,
    close: async () => {
      await close();
      await resources.close();
    },
  };
}
