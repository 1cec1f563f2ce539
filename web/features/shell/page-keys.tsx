'use client';
import { useEffect } from 'react';
import { useUi } from './ui-store.ts';

/** Whether someone is typing, so that letters are text and not commands. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Whether a window or menu lies over the page and has the keyboard. */
export const isCovered = (): boolean =>
  document.querySelector('[role="dialog"][data-state="open"], [role="menu"], [role="alertdialog"]') !== null;

/** Keys that work everywhere: Ctrl/Cmd-K for everything by name, C to create. */
export function PageKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { setPaletteOpen, setCreateOpen, paletteOpen } = useUi.getState();
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setPaletteOpen(!paletteOpen);
      } else if (event.key === 'c' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event) && !isCovered()) {
        event.preventDefault();
        setCreateOpen(true);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return null;
}
