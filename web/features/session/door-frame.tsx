'use client';
import type { ReactNode } from 'react';
import { LanguageSelect } from '../shell/language-select.tsx';
import { Logo } from '../shell/logo.tsx';
import { UntilAlive } from '../shell/until-alive.tsx';

/** The page before one is inside: one card in the middle. */
export function DoorFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-12">
      <header className="mb-8 flex items-center gap-2 font-semibold text-lg">
        <Logo className="size-7" /> Atlas
      </header>
      <main className="w-full max-w-sm rounded-xl border bg-surface p-6">{children}</main>
      <footer className="mt-6 w-36">
        <UntilAlive>
          <LanguageSelect />
        </UntilAlive>
      </footer>
    </div>
  );
}
