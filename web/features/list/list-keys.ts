'use client';
import { useEffect, useRef } from 'react';
import { isCovered, isTyping } from '../shell/page-keys.tsx';

export type ListKeys = {
  rowCount: number;
  cursor: number;
  setCursor: (index: number) => void;
  open: (index: number) => void;
  toggle: (index: number) => void;
  focusSearch: () => void;
  clear: () => void;
};

/** J/K and the arrows move, X marks, Enter opens, / searches, Escape unmarks. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || isCovered()) return;
      const { rowCount, cursor, setCursor, open, toggle, focusSearch, clear } = latest.current;
      const onControl = event.target instanceof Element && event.target.closest('a, button, [role="menuitem"]') !== null;
      const move = (index: number) => setCursor(Math.max(0, Math.min(rowCount - 1, index)));
      const actions: Record<string, () => void> = {
        j: () => move(cursor + 1),
        ArrowDown: () => move(cursor + 1),
        k: () => move(cursor - 1),
        ArrowUp: () => move(cursor - 1),
        PageDown: () => move(cursor + 20),
        PageUp: () => move(cursor - 20),
        Home: () => move(0),
        End: () => move(rowCount - 1),
        x: () => toggle(cursor),
        '/': focusSearch,
        Escape: clear,
      };
      if (event.key === 'Enter' && !onControl && cursor >= 0) actions.Enter = () => open(cursor);
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
