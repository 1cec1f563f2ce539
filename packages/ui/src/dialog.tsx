'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './class-names.ts';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  closeLabel: string;
  /** Stays until its content closes it: Escape and a click outside do nothing, and there is no cross. */
  held?: boolean;
  children: ReactNode;
  className?: string;
};

/** A form in a window is there to be typed into: its first field has the focus, not the button that closes it. */
function focusFirstField(event: Event): void {
  const field = event.target instanceof Element ? event.target.querySelector<HTMLElement>('input, select, textarea') : null;
  if (!field) return;
  event.preventDefault();
  field.focus();
}

const stay = (event: Event): void => event.preventDefault();

/** A window over the page. Focus stays inside and goes back where it was. */
export function Dialog({ open, onOpenChange, title, description, closeLabel, held = false, children, className }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-overlay" />
        <Radix.Content
          onOpenAutoFocus={focusFirstField}
          {...(held ? { onEscapeKeyDown: stay, onInteractOutside: stay } : {})}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed top-[12vh] left-1/2 z-50 flex max-h-[80vh] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 flex-col rounded-lg border bg-raised shadow-raised',
            className,
          )}
        >
          <div className="flex items-center justify-between gap-2 px-4 pt-3">
            <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
            {held ? null : (
              <Radix.Close aria-label={closeLabel} className="rounded-md p-1 text-ink-muted hover:bg-hover">
                <X className="size-4" aria-hidden />
              </Radix.Close>
            )}
          </div>
          {description ? <Radix.Description className="px-4 pt-1 text-ink-muted">{description}</Radix.Description> : null}
          <div className="min-h-0 overflow-y-auto p-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
