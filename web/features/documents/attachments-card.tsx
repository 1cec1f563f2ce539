'use client';
import { type attachmentRoutes, maxAttachmentBytes } from '@atlas/contract';
import { Button } from '@atlas/ui';
import { Paperclip, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand, useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { useMay } from '../session/may.ts';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';

const megabytes = maxAttachmentBytes / 1_000_000;

export type AttachmentsCardProps = {
  id: string;
  posted: boolean;
  /** Of the documents, as the API has it: `journals`. */
  path: string;
  routes: Pick<ReturnType<typeof attachmentRoutes>, 'add' | 'list' | 'remove'>;
};

/** Files of a document: attached, saved to the disk, and taken away while it is not posted. */
export function AttachmentsCard({ id, posted, path, routes }: AttachmentsCardProps) {
  const t = useTranslations('journals');
  const may = useMay();
  const { instant } = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const affects = [routes.list.name];
  const files = useRead(routes.list, { id }, { enabled: may(routes.list) });
  const add = useCommand(routes.add, affects);
  const remove = useCommand(routes.remove, affects);
  const { busy, run } = useAction({ told: true });
  if (!may(routes.list)) return null;
  const attach = (chosen: FileList | null) =>
    run(async () => {
      for (const content of chosen ?? []) {
        if (content.size > maxAttachmentBytes) notify('error', t('fileTooLarge', { name: content.name, megabytes }));
        else await add.mutateAsync({ id, name: content.name, content } as never);
      }
    });
  return (
    <SettingsCard
      title={t('files')}
      actions={
        may(routes.add) ? (
          <>
            <input
              ref={input}
              type="file"
              multiple
              hidden
              aria-label={t('attach')}
              onChange={({ currentTarget }) =>
                void attach(currentTarget.files).then(() => {
                  if (input.current) input.current.value = '';
                })
              }
            />
            <Button busy={busy} onClick={() => input.current?.click()}>
              <Paperclip aria-hidden /> {t('attach')}
            </Button>
          </>
        ) : null
      }
    >
      <PartState query={files} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-muted">{t('noFiles')}</p>
          ) : (
            <ul>
              {items.map((file) => (
                <li key={file.id} className="flex items-center gap-3">
                  <a
                    href={`/v1/${path}/${id}/attachments/${file.id}/content`}
                    download
                    className="min-w-0 truncate text-accent underline-offset-2 hover:underline"
                  >
                    {file.name}
                  </a>
                  <span className="text-ink-muted text-xs">{instant(file.createdAt)}</span>
                  {!posted && may(routes.remove) ? (
                    <Button
                      look="quiet"
                      size="icon"
                      className="ms-auto"
                      aria-label={t('removeFile', { name: file.name })}
                      onClick={() => void run(() => remove.mutateAsync({ id, attachmentId: file.id }))}
                    >
                      <Trash2 aria-hidden />
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </PartState>
    </SettingsCard>
  );
}
