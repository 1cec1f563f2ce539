'use client';
import { Confirm } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';

type Props<T> = {
  /** What it would be done to; null as long as nothing is asked. */
  subject: T | null;
  title: (subject: T) => string;
  about: string;
  /** The word on the button. */
  label: string;
  deed: (subject: T) => Promise<unknown>;
  /** What is said when it is done. */
  done: (subject: T) => string;
  onClose: () => void;
};

/** Asks before something that cannot be undone, does it, and says so, or why it was refused. */
export function ConfirmDeed<T>({ subject, title, about, label, deed, done, onClose }: Props<T>) {
  const t = useTranslations('record');
  const action = useAction({ told: true });
  const confirm = async (asked: T) => {
    if (await action.run(() => deed(asked))) notify('success', done(asked));
    onClose();
  };
  return (
    <Confirm
      open={subject !== null}
      title={subject === null ? '' : title(subject)}
      description={about}
      confirmLabel={label}
      cancelLabel={t('cancel')}
      danger
      busy={action.busy}
      onCancel={onClose}
      onConfirm={() => subject !== null && void confirm(subject)}
    />
  );
}
