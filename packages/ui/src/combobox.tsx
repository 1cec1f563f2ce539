'use client';
import { Popover } from 'radix-ui';
import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { cn } from './class-names.ts';
import { inputStyle } from './input.tsx';

export type ComboboxOption = { value: string; label: string; detail?: string };

export type ComboboxProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onSelect'> & {
  /** The text that stands for the chosen value when nobody types. */
  chosenLabel: string;
  /** What was typed, for the caller to look up; null when nothing is being typed. */
  onType: (text: string | null) => void;
  options: readonly ComboboxOption[];
  loading?: boolean;
  emptyText: string;
  onChoose: (option: ComboboxOption | null) => void;
};

/**
 * A text field that finds one of many by typing (ARIA combobox with a listbox). Arrows move, Enter and Tab take the
 * marked option, or the first that is found when they were pressed before the answer came; Escape gives up; emptying the
 * field chooses nothing.
 */
export function Combobox({
  chosenLabel,
  onType,
  options,
  loading = false,
  emptyText,
  onChoose,
  className,
  onKeyDown,
  ...props
}: ComboboxProps) {
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [marked, setMarked] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  /** Enter or Tab was pressed while the options were still on their way. */
  const wanted = useRef(false);
  const index = Math.min(marked, Math.max(options.length - 1, 0));

  const type = (text: string | null) => {
    setTyped(text);
    setMarked(0);
    onType(text);
  };
  const close = () => {
    setOpen(false);
    type(null);
  };
  const choose = (option: ComboboxOption | null) => {
    close();
    onChoose(option);
  };
  const takeMarked = () => {
    const option = options[index];
    if (typed === '') choose(null);
    else if (open && option && !loading) choose(option);
    else if (typed !== null && loading) wanted.current = true;
  };
  useEffect(() => {
    if (!wanted.current || loading) return;
    wanted.current = false;
    const [first] = options;
    setOpen(false);
    setTyped(null);
    onType(null);
    if (first) onChoose(first);
  });
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (open || event.altKey)) {
      event.preventDefault();
      event.stopPropagation();
      if (open) setMarked((index + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % Math.max(options.length, 1));
      else setOpen(true);
      return;
    }
    if (event.key === 'Enter' && open && !event.ctrlKey && !event.metaKey) {
      takeMarked();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Tab' && typed !== null) takeMarked();
    if (event.key === 'Escape' && (open || wanted.current)) {
      wanted.current = false;
      event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    onKeyDown?.(event);
  };

  return (
    <Popover.Root open={open} onOpenChange={(next) => (next ? setOpen(true) : close())}>
      <Popover.Anchor asChild>
        <input
          {...props}
          ref={input}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={listId}
          aria-activedescendant={open && options[index] ? `${listId}-${index}` : undefined}
          value={typed ?? chosenLabel}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => setOpen(true)}
          onChange={(event) => {
            setOpen(true);
            type(event.currentTarget.value);
          }}
          onBlur={() => (wanted.current ? setOpen(false) : close())}
          onKeyDown={keys}
          className={cn(inputStyle, className)}
        />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={2}
          collisionPadding={8}
          role="presentation"
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => (event.target === input.current ? event.preventDefault() : undefined)}
          className="z-50 max-h-72 w-[max(var(--radix-popover-trigger-width),18rem)] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border bg-raised p-1 shadow-raised"
        >
          <ComboboxList id={listId} label={props['aria-label']} marked={index} options={options} onChoose={choose} />
          {options.length === 0 ? <p className="px-2 py-2 text-ink-muted">{loading ? '…' : emptyText}</p> : null}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

type ListProps = {
  id: string;
  label: string | undefined;
  marked: number;
  options: readonly ComboboxOption[];
  onChoose: (option: ComboboxOption) => void;
};

function ComboboxList({ id, label, marked, options, onChoose }: ListProps) {
  return (
    <div id={id} role="listbox" aria-label={label ?? id}>
      {options.map((option, index) => (
        <div
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === marked}
          ref={(element) => (index === marked ? element?.scrollIntoView({ block: 'nearest' }) : undefined)}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
          className={cn('flex min-h-8 cursor-pointer items-center gap-3 rounded px-2', index === marked && 'bg-hover')}
        >
          <span className="min-w-0 flex-1 truncate">{option.label}</span>
          {option.detail ? <span className="shrink-0 text-ink-muted text-xs">{option.detail}</span> : null}
        </div>
      ))}
    </div>
  );
}
