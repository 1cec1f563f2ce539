'use client';
import { Button, Confirm } from '@atlas/ui';
import { Pencil, Send, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isCovered } from '../shell/page-keys.tsx';

/** One of the things that can be done with a draft; left out where the person may not. */
type Deed = { run: () => void; busy: boolean };

/** Calls the latest of a function on Ctrl Enter, unless something covers the page. */
function useConfirmKey(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isCovered()) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** What can be done with the draft of a document; posting it is the primary one, and Ctrl Enter. */
export function DraftActions({ post, remove, editPath }: { post: Deed | null; remove: Deed | null; editPath: string | null }) {
  const t = useTranslations('invoices');
  const record = useTranslations('record');
  const [asking, setAsking] = useState(false);
  useConfirmKey(() => (post && !post.busy ? post.run() : undefined));
  return (
    <>
      {remove ? (
        <Button look="quiet" onClick={() => setAsking(true)} aria-label={t('delete')}>
          <Trash2 aria-hidden /> <span className="max-sm:hidden">{t('delete')}</span>
        </Button>
      ) : null}
      {editPath ? (
        <Button asChild>
          <Link href={editPath}>
            <Pencil aria-hidden /> <span className="max-sm:sr-only">{record('edit')}</span>
          </Link>
        </Button>
      ) : null}
      {post ? (
        <Button look="primary" busy={post.busy} onClick={post.run}>
          <Send aria-hidden /> {t('post')}
          <span aria-hidden className="font-normal text-xs opacity-80 max-md:hidden">
            Ctrl ↵
          </span>
        </Button>
      ) : null}
      <Confirm
        open={asking}
        danger
        title={t('deleteTitle')}
        description={t('deleteDetail')}
        confirmLabel={t('delete')}
        cancelLabel={record('cancel')}
        busy={remove?.busy ?? false}
        onCancel={() => setAsking(false)}
        onConfirm={() => remove?.run()}
      />
    </>
  );
}
