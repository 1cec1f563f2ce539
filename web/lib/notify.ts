'use client';

type Notice = { description?: string; action?: { label: string; onClick: () => void } };

/** A short notice in the corner. Loaded when first needed. */
export function notify(kind: 'success' | 'error' | 'info', title: string, notice: Notice = {}): void {
  void import('sonner').then(({ toast }) => toast[kind](title, notice));
}
