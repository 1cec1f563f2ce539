'use client';
import { useState } from 'react';
import { useSession } from '../session/session.tsx';

/** As the API takes it: more than zero, whatever came in or went out. */
const isWorth = (text: string): boolean => /^\d+(\.\d+)?$/.test(text) && /[1-9]/.test(text);

const nothing = { of: '', text: '' };

/**
 * What the bank made of movements in the currency of the books: of an account in another currency, and of the movements that it was
 * said of, so that none is worth what was typed for another.
 */
export function useWorth(currency: string) {
  const { baseCurrency } = useSession().company;
  const [typed, setTyped] = useState(nothing);
  return {
    /** Null where an amount is what it is. */
    books: currency === baseCurrency ? null : baseCurrency,
    clear: () => setTyped(nothing),
    of: (lineIds: readonly string[]) => {
      const of = lineIds.join(' ');
      const text = typed.of === of ? typed.text : '';
      return {
        text,
        isWrong: text !== '' && !isWorth(text),
        set: (next: string) => setTyped({ of, text: next }),
        input: text === '' ? {} : { value: text },
      };
    },
  };
}
