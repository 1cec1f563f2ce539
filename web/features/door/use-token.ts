'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';

/** The token of a mailed link, taken out of the address so that neither history nor screen keeps it. */
export function useToken(): string {
  const token = useSearchParams().get('token') ?? '';
  const [kept] = useState(token);
  useEffect(() => {
    if (token !== '') window.history.replaceState(null, '', window.location.pathname);
  }, [token]);
  return kept;
}
