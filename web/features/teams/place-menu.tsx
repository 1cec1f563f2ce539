'use client';
import { Button, Menu, MenuItem } from '@atlas/ui';
import { CornerDownRight, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';

type Props = { name: string; onEdit: () => void; onAddBelow?: () => void; onDelete: () => void };

/** What can be done with a team or a department. */
export function PlaceMenu({ name, onEdit, onAddBelow, onDelete }: Props) {
  const t = useTranslations('teams');
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" size="icon" aria-label={t('actionsOf', { name })}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={onEdit}>
        <Pencil aria-hidden />
        {t(onAddBelow ? 'renameOrMove' : 'rename')}
      </MenuItem>
      {onAddBelow ? (
        <MenuItem onSelect={onAddBelow}>
          <CornerDownRight aria-hidden />
          {t('addBelow')}
        </MenuItem>
      ) : null}
      <MenuItem onSelect={onDelete}>
        <Trash2 aria-hidden />
        {t('delete')}
      </MenuItem>
    </Menu>
  );
}
