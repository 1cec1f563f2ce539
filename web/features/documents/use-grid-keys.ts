'use client';
import { type KeyboardEvent, type RefObject, useRef } from 'react';

export type GridKeys = {
  grid: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  /** The row and column of the cell that something happened in. */
  placeOf: (target: EventTarget) => Place | null;
};
type Place = { row: number; column: number };

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}

/**
 * The keys of a spreadsheet in a grid of cells with `data-row` and `data-column`: Enter goes down, from the last line that is
 * filled to the blank one beneath; arrows move; Ctrl Delete removes.
 *
 * @param rows how many lines there are with the blank one at the end
 */
export function useGridKeys(rows: number, remove: (row: number) => void): GridKeys {
  const grid = useRef<HTMLDivElement>(null);
  const focus = (row: number, column: number) => {
    const cell = grid.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"] :is(input, select)`);
    cell?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const here = placeOf(event.target);
    if (!here || event.metaKey || event.altKey) return;
    if (event.ctrlKey && (event.key === 'Delete' || event.key === 'Backspace')) {
      event.preventDefault();
      remove(here.row);
      requestAnimationFrame(() => focus(Math.min(here.row, rows - 2), here.column));
    } else if (event.key === 'Enter' && !event.ctrlKey) {
      event.preventDefault();
      if (event.shiftKey) focus(here.row - 1, here.column);
      else focus(here.row + 1, here.row === rows - 2 ? 0 : here.column);
    } else if (
      !event.ctrlKey &&
      event.target instanceof HTMLInputElement &&
      (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    ) {
      event.preventDefault();
      focus(here.row + (event.key === 'ArrowDown' ? 1 : -1), here.column);
    }
  };
  return { grid, onKeyDown, placeOf };
}
