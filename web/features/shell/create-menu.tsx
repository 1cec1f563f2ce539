'use client';
import { Button, Kbd, Menu, MenuItem } from '@atlas/ui';
import { Plus } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useGo } from '../guard/guard-store.ts';
import { useUi } from './ui-store.ts';
import { useCreations } from './use-navigation.ts';

/** Makes something new from anywhere; the key C opens it, a letter picks. Whoever may make nothing has none. */
export function CreateMenu() {
  const t = useTranslations('shell');
  const go = useGo();
  const creations = useCreations();
  const { createOpen, setCreateOpen } = useUi();
  useEffect(() => {
    if (!createOpen) return;
    const onKey = (event: KeyboardEvent) => {
      const picked = creations.find(({ shortcut }) => shortcut.toLowerCase() === event.key.toLowerCase());
      if (!picked || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      setCreateOpen(false);
      go(picked.path);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  if (creations.length === 0) return null;
  return (
    <Menu
      align="end"
      open={createOpen}
      onOpenChange={setCreateOpen}
      trigger={
        <Button look="primary" className="max-sm:w-8 max-sm:px-0" aria-keyshortcuts="c" aria-label={t('create')}>
          <Plus aria-hidden />
          <span className="max-sm:hidden">{t('create')}</span>
        </Button>
      }
    >
      {creations.map(({ key, path, icon: Icon, shortcut }) => (
        <MenuItem key={key} onSelect={() => go(path)}>
          <Icon aria-hidden />
          <span className="flex-1">{t(`creations.${key}`)}</span>
          <Kbd>{shortcut}</Kbd>
        </MenuItem>
      ))}
    </Menu>
  );
}
