'use client';
import { Button, Dialog } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { startOver } from '../session/auth.ts';
import { type Member, transferOwnership } from '../session/auth-members.ts';
import { Refusal } from '../settings/refusal.tsx';

type Props = { to: Member; own: Member; workspace: string; onClose: () => void };

/** Asks before the ownership goes to someone else: it can only be given back by them. */
export function TransferDialog({ to, own, workspace, onClose }: Props) {
  const t = useTranslations('members');
  const transfer = useAction();
  const confirm = async () => {
    if (await transfer.run(() => transferOwnership(to.id, own.id))) startOver('/settings/members');
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('transferTitle', { name: to.user.name })}
      description={t('transferAbout', { name: to.user.name, workspace })}
      closeLabel={t('cancel')}
    >
      <div className="flex flex-col gap-3">
        <Refusal error={transfer.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" busy={transfer.busy} onClick={() => void confirm()}>
            {t('transfer')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
