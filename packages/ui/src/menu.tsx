'use client';
import { Check } from 'lucide-react';
import { Slot } from 'radix-ui';
import { createContext, type ReactNode, useContext } from 'react';
import { cn } from './class-names.ts';
import { lazyParts, type Opening, useLazyPanel } from './use-lazy-parts.ts';

type Parts = typeof import('./menu-parts.ts');

const menuParts = lazyParts(() => import('./menu-parts.ts'));
const PartsContext = createContext<Parts | null>(null);

function useParts(): Parts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('items of a menu stand inside a Menu');
  return parts;
}

export type MenuProps = Opening & { trigger: ReactNode; children: ReactNode; align?: 'start' | 'end' };

const itemStyle =
  'flex h-8 cursor-pointer select-none items-center gap-2 rounded px-2 text-sm outline-none data-disabled:cursor-default data-disabled:opacity-50 data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-muted';

/** A button that opens a list of actions. */
export function Menu({ trigger, children, align = 'start', ...opening }: MenuProps) {
  const panel = useLazyPanel(menuParts, opening);
  const { parts: Parts } = panel;
  if (!Parts)
    return (
      <Slot.Root aria-haspopup="menu" {...panel.trigger}>
        {trigger}
      </Slot.Root>
    );
  return (
    <Parts.Root modal={false} open={panel.open} onOpenChange={panel.setOpen}>
      <Parts.Trigger asChild>{trigger}</Parts.Trigger>
      <Parts.Portal>
        <Parts.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-[70vh] min-w-48 overflow-y-auto rounded-lg border bg-raised p-1 shadow-raised"
        >
          <PartsContext value={Parts}>{children}</PartsContext>
        </Parts.Content>
      </Parts.Portal>
    </Parts.Root>
  );
}

export type MenuItemProps = { onSelect?: (event: Event) => void; disabled?: boolean; className?: string; children: ReactNode };

export function MenuItem({ className, ...props }: MenuItemProps) {
  const { Item } = useParts();
  return <Item className={cn(itemStyle, className)} {...props} />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useParts();
  return <Label className="px-2 py-1 text-ink-muted text-xs">{children}</Label>;
}

export function MenuSeparator() {
  const { Separator } = useParts();
  return <Separator className="-mx-1 my-1 h-px bg-line" />;
}

export type MenuChoiceProps = {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
};

/** One of several, with a tick at the chosen one. */
export function MenuChoice({ value, onChange, options }: MenuChoiceProps) {
  const { RadioGroup, RadioItem, ItemIndicator } = useParts();
  return (
    <RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <RadioItem key={option.value} value={option.value} className={itemStyle}>
          <span className="flex size-4 items-center justify-center">
            <ItemIndicator>
              <Check aria-hidden />
            </ItemIndicator>
          </span>
          {option.label}
        </RadioItem>
      ))}
    </RadioGroup>
  );
}

export type MenuCheckProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  disabled?: boolean;
};

/** On or off; the menu stays open so that several can be set. */
export function MenuCheck({ checked, onChange, children, disabled = false }: MenuCheckProps) {
  const { CheckboxItem, ItemIndicator } = useParts();
  return (
    <CheckboxItem
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
      className={itemStyle}
    >
      <span className="flex size-4 items-center justify-center">
        <ItemIndicator>
          <Check aria-hidden />
        </ItemIndicator>
      </span>
      {children}
    </CheckboxItem>
  );
}
