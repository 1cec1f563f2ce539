'use client';
import { useEffect, useState } from 'react';

/** One mail a minute for an address: the sign-in service refuses more. */
const cooldownSeconds = 60;

/** The seconds until another mail may be asked for, and what begins them anew. */
export function useCountdown(): [number, () => void] {
  const [left, setLeft] = useState(cooldownSeconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return [left, () => setLeft(cooldownSeconds)];
}
