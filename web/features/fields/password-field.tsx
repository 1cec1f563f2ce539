'use client';
import { Field, Input } from '@atlas/ui';

type Props = { label: string; value: string; onChange: (value: string) => void };

/** The password that someone has already. */
export function PasswordField({ label, value, onChange }: Props) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type="password"
          autoComplete="current-password"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
