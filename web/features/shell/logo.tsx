/** The mark of Atlas. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden>
      <title>Atlas</title>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M9 23 16 8l7 15M12 18h8"
        fill="none"
        className="stroke-accent-ink"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
