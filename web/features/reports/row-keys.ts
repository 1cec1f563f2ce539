'use client';
import type { KeyboardEvent } from 'react';

/** J, K and the arrows move between the links of a table's rows; Enter opens one, as everywhere. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const links: Element[] = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const here = document.activeElement ? links.indexOf(document.activeElement) : -1;
  const next = here === -1 ? links[0] : links[here + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}
