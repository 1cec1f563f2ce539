import { emitMail, job, locales } from '@atlas/platform';
import { workspaceProvisioned } from '../contract/events.ts';
import { invitationById } from '../workspaces/invitations.repository.ts';

/** Invites the owner of a workspace that was provisioned. Without a vendor of mail nobody is written to. */
export const mailInvitedOwner = job({
  name: 'administration.workspace.invite_owner',
  on: workspaceProvisioned,
  run: async ({ mailer, once }, { invitationId }) => {
    if (!mailer) return;
    await once(async (tx) => {
      const invited = await invitationById(tx, invitationId);
      if (!invited) return;
      const { email, workspace, inviter } = invited;
      const locale = locales.find((each) => each === invited.locale) ?? 'en';
      const link = mailer.linkTo(`/invitation/${invitationId}`);
      emitMail(tx, mailer, { template: 'invitation', to: email, locale, values: { inviter, workspace, link } });
    });
  },
});
