'use client';
import { type KeyboardEvent, useEffect, useState } from 'react';

/** Code that is loaded once, when first wanted. */
export type LazyParts<P> = { current: P | null; load: () => Promise<P> };

export function lazyParts<P>(importParts: () => Promise<P>): LazyParts<P> {
  const parts: LazyParts<P> = {
    current: null,
    load: async () => {
      parts.current ??= await importParts();
      return parts.current;
    },
  };
  return parts;
}

export type Opening = { open?: boolean; onOpenChange?: (open: boolean) => void };

export type LazyPanel<P> = {
  parts: P | null;
  open: boolean;
  setOpen: (open: boolean) => void;
  /** For the trigger while the code of the panel is not there yet. */
  trigger: {
    'aria-expanded': boolean;
    onClick: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
    onPointerEnter: () => void;
    onFocus: () => void;
  };
};

/** A panel whose code is fetched when its trigger is approached, so that no page waits for it. */
export function useLazyPanel<P>(lazy: LazyParts<P>, { open: given, onOpenChange }: Opening): LazyPanel<P> {
  const [own, setOwn] = useState(false);
  const [parts, setParts] = useState<P | null>(null);
  const open = given ?? own;
  const setOpen = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  useEffect(() => {
    if (!open || parts) return;
    if (lazy.current) setParts(() => lazy.current);
    else void lazy.load().then((loaded) => setParts(() => loaded));
  }, [open, parts, lazy]);
  const approach = () => void lazy.load();
  return {
    parts,
    open,
    setOpen,
    trigger: {
      'aria-expanded': false,
      onClick: () => setOpen(true),
      onKeyDown: (event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        setOpen(true);
      },
      onPointerEnter: approach,
      onFocus: approach,
    },
  };
}
