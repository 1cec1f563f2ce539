'use client';
import { ProblemError } from '@atlas/sdk';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { useIssueWords } from './issue-words.ts';

/** `['lines', 0, 'quantity']` → `/lines/0/quantity` (RFC 6901). */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export type Form<V, O> = {
  values: V;
  set: (change: Partial<V>) => void;
  reset: (values: V) => void;
  /** What is wrong with the field at a JSON pointer. */
  error: (pointer: string) => string | undefined;
  /** `value` and `onChange` of a text control; an empty text stands for null where the value may be null. */
  text: (name: keyof V & string) => {
    name: string;
    value: string;
    onChange: (event: { currentTarget: { value: string } }) => void;
  };
  dirty: boolean;
  busy: boolean;
  /** What the API refused as a whole, when no field is to blame. */
  refusal: Error | null;
  onSubmit: (send: (input: O) => Promise<void>) => (event?: FormEvent) => void;
};

/** A field that began without a value is without one again when it is emptied. */
const typed = (text: string, initial: unknown): string | null => (text === '' && initial === null ? null : text);

export type FormOptions<V> = {
  /** What the schema is to take, where the form holds it in another shape. */
  inputOf?: (values: V) => unknown;
  /** JSON pointer of the field that must be unique: the API's `duplicate` is told there. */
  unique?: string;
};

function fieldErrors({ code, errors, title }: ProblemError, unique: string | undefined) {
  if (code === 'duplicate' && errors.length === 0 && unique) return [{ pointer: unique, code, message: title }];
  return errors;
}

/** A form over a contract's schema: the same rules as the API, told at the fields before and after sending. */
export function useForm<V extends object, S extends z.ZodType>(
  schema: S,
  initial: V,
  { inputOf = (values) => values, unique }: FormOptions<V> = {},
): Form<V, z.output<S>> {
  const words = useIssueWords();
  const [values, setValues] = useState(initial);
  const [clean, setClean] = useState(initial);
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const dirty = useMemo(() => JSON.stringify(values) !== JSON.stringify(clean), [values, clean]);

  const set = (change: Partial<V>) => {
    setValues((before) => ({ ...before, ...change }));
    const changed = Object.keys(change).map((name) => `/${name}`);
    setErrors((before) => new Map([...before].filter(([pointer]) => !changed.some((each) => pointer.startsWith(each)))));
  };

  const send = async (run: (input: z.output<S>) => Promise<void>) => {
    const parsed = schema.safeParse(inputOf(values));
    if (!parsed.success) {
      setErrors(new Map(parsed.error.issues.toReversed().map((issue) => [pointerOf(issue.path), words(issue)])));
      focusFirstError();
      return;
    }
    sending.current = true;
    setBusy(true);
    setRefusal(null);
    setErrors(new Map());
    try {
      await run(parsed.data);
      setClean(values);
    } catch (error) {
      const fields = error instanceof ProblemError ? fieldErrors(error, unique) : [];
      setErrors(new Map(fields.map((field) => [field.pointer, words(field)])));
      setRefusal(error instanceof Error ? error : new Error(String(error)));
      if (fields.length > 0) focusFirstError();
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  return {
    values,
    set,
    reset: (next) => {
      setValues(next);
      setClean(next);
      setErrors(new Map());
      setRefusal(null);
    },
    error: (pointer) => errors.get(pointer),
    text: (name) => ({
      name,
      value: String(values[name] ?? ''),
      onChange: (event) => set({ [name]: typed(event.currentTarget.value, initial[name]) } as Partial<V>),
    }),
    dirty,
    busy,
    refusal,
    onSubmit: (run) => (event) => {
      event?.preventDefault();
      if (!sending.current) void send(run);
    },
  };
}

function focusFirstError(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus());
}
