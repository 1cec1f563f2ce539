import type { Payload } from '@atlas/contract';
import { emitMail, houseTenantId, job, locales, type Mailer, type TenantTx } from '@atlas/platform';
import { impersonationStarted } from '../contract/events.ts';
import { impersonationFacts } from '../impersonation/impersonation.repository.ts';
import { ownersOf } from '../workspaces/workspaces.repository.ts';

async function writeToOwners(tx: TenantTx, mailer: Mailer, started: Payload<typeof impersonationStarted>): Promise<void> {
  const facts = await impersonationFacts(tx, started.impersonationId);
  if (!facts) return;
  const { administrator, person, workspace, reason } = facts;
  const until = started.until.slice(0, 16).replace('T', ' ');
  for (const owner of await ownersOf(tx, started.workspaceId)) {
    const locale = locales.find((each) => each === owner.locale) ?? 'en';
    const values = { administrator, person, workspace, reason, until, link: mailer.linkTo('/settings/audit') };
    emitMail(tx, mailer, { template: 'impersonation', to: owner.email, locale, values });
  }
}

/** Tells the owners of a workspace that an administrator acts as one of its people. */
export const mailOwners = job({
  name: 'administration.impersonation.tell_owners',
  on: impersonationStarted,
  run: async ({ ctx, mailer, once }, started) => {
    // The workspace has the event, too; its owners are known to the house only.
    if (!mailer || ctx.tenantId !== houseTenantId) return;
    await once((tx) => writeToOwners(tx, mailer, started));
  },
});
