'use client';
import { Input } from '@atlas/ui';
import { useState } from 'react';

export type TextFilterInputProps = { label: string; value: string; onChange: (value: string | null) => void };

/** A filter that is typed; Enter or leaving the field applies it. */
export function TextFilterInput({ label, value, onChange }: TextFilterInputProps) {
  const [typed, setTyped] = useState(value);
  const apply = () => {
    if (typed.trim() !== value) onChange(typed.trim() || null);
  };
  return (
    <Input
      aria-label={label}
      className="w-44"
      autoFocus
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply();
      }}
    />
  );
}
