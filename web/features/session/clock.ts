const hour = 3600;

/** Seconds as a clock shows them: `4:05`, `1:00:00`. */
export function clockOf(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor((seconds % hour) / 60);
  const rest = two(seconds % 60);
  return seconds >= hour ? `${Math.floor(seconds / hour)}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** Days that are left until an instant, the one that has begun among them. */
export const daysUntil = (instant: string, now: number): number =>
  Math.max(0, Math.ceil((new Date(instant).getTime() - now) / 86_400_000));
