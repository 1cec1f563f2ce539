'use client';
import { Slot } from 'radix-ui';
import type { ReactNode } from 'react';
import { lazyParts, type Opening, useLazyPanel } from './use-lazy-parts.ts';

const popoverParts = lazyParts(() => import('./popover-parts.ts'));

export type PopoverProps = Opening & { trigger: ReactNode; children: ReactNode; label: string; align?: 'start' | 'end' };

/** A small panel beside its button. */
export function Popover({ trigger, children, label, align = 'start', ...opening }: PopoverProps) {
  const panel = useLazyPanel(popoverParts, opening);
  const { parts: Parts } = panel;
  if (!Parts)
    return (
      <Slot.Root aria-haspopup="dialog" {...panel.trigger}>
        {trigger}
      </Slot.Root>
    );
  return (
    <Parts.Root open={panel.open} onOpenChange={panel.setOpen}>
      <Parts.Trigger asChild>{trigger}</Parts.Trigger>
      <Parts.Portal>
        <Parts.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-w-[calc(100vw-1rem)] rounded-lg border bg-raised p-3 shadow-raised"
        >
          {children}
        </Parts.Content>
      </Parts.Portal>
    </Parts.Root>
  );
}
