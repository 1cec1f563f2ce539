'use client';
import { Toaster as Sonner } from 'sonner';

/** Where short notices appear. */
export function Toaster({ label }: { label: string }) {
  return (
    <Sonner
      position="bottom-right"
      containerAriaLabel={label}
      toastOptions={{
        style: { background: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--line)', fontSize: '0.8125rem' },
      }}
    />
  );
}
