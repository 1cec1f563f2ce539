import { TriangleAlert } from 'lucide-react';
import { Button } from './button.tsx';

export type ErrorStateProps = {
  title: string;
  description: string;
  /** What to quote when asking for help. */
  reference?: string | undefined;
  retryLabel?: string;
  onRetry?: () => void;
};

/** What went wrong, in words, with a reference to quote and a way on. */
export function ErrorState({ title, description, reference, retryLabel, onRetry }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center gap-1 px-6 py-16 text-center">
      <TriangleAlert className="mb-2 size-8 text-danger" strokeWidth={1.5} aria-hidden />
      <h2 className="font-semibold text-base">{title}</h2>
      <p className="max-w-md text-ink-muted">{description}</p>
      {reference ? <p className="font-mono text-ink-muted text-xs">{reference}</p> : null}
      {onRetry && retryLabel ? (
        <Button className="mt-4" onClick={onRetry}>
          {retryLabel}
        </Button>
      ) : null}
    </div>
  );
}
