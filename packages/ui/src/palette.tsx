'use client';
import { Command } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export type PaletteEntry = { id: string; group: string; label: string; detail?: string; icon?: ReactNode; run: () => void };

export type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  placeholder: string;
  emptyText: string;
  text: string;
  onTextChange: (text: string) => void;
  entries: readonly PaletteEntry[];
};

/** Everything there is, found by typing. Entries keep the order they are given in; the caller filters. */
export function Palette({ open, onOpenChange, title, placeholder, emptyText, text, onTextChange, entries }: PaletteProps) {
  const groups = Map.groupBy(entries, (entry) => entry.group);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 bg-overlay" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(38rem,calc(100vw-1.5rem))] -translate-x-1/2 overflow-hidden rounded-xl border bg-raised shadow-raised"
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          <Command shouldFilter={false} label={title} loop>
            <Command.Input
              value={text}
              onValueChange={onTextChange}
              placeholder={placeholder}
              className="h-12 w-full border-b bg-transparent px-4 text-base outline-none"
            />
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-2">
              <Command.Empty className="px-2 py-8 text-center text-ink-muted">{emptyText}</Command.Empty>
              {[...groups].map(([group, members]) => (
                <Command.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-ink-muted [&_[cmdk-group-heading]]:text-xs"
                >
                  {members.map((entry) => (
                    <Command.Item
                      key={entry.id}
                      value={entry.id}
                      onSelect={entry.run}
                      className="flex h-9 cursor-pointer items-center gap-2 rounded-md px-2 data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:text-ink-muted"
                    >
                      {entry.icon}
                      <span className="truncate">{entry.label}</span>
                      {entry.detail ? <span className="ml-auto truncate pl-4 text-ink-muted text-xs">{entry.detail}</span> : null}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
