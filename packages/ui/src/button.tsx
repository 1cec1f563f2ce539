import { cva, type VariantProps } from 'class-variance-authority';
import { LoaderCircle } from 'lucide-react';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

export const buttonStyle = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md text-sm font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        primary: 'bg-accent text-accent-ink hover:bg-accent-hover',
        plain: 'border border-line bg-surface text-ink hover:bg-hover',
        quiet: 'text-ink hover:bg-hover',
        danger: 'bg-danger text-danger-ink hover:opacity-90',
      },
      size: { normal: 'h-8 px-3', small: 'h-7 px-2', icon: 'size-8', large: 'h-9 px-4' },
    },
    defaultVariants: { look: 'plain', size: 'normal' },
  },
);

export type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonStyle> & { asChild?: boolean; busy?: boolean };

/** A button; `busy` shows that it works and takes no second click. With `asChild` its look goes to the child, such as a link. */
export function Button({
  className,
  look,
  size,
  asChild,
  busy = false,
  disabled,
  children,
  type = 'button',
  ...props
}: ButtonProps) {
  const style = cn(buttonStyle({ look, size }), className);
  if (asChild)
    return (
      <Slot.Root className={style} {...props}>
        {children}
      </Slot.Root>
    );
  return (
    <button type={type} className={style} disabled={disabled || busy} aria-busy={busy || undefined} {...props}>
      {busy ? <LoaderCircle className="animate-spin" aria-hidden /> : null}
      {children}
    </button>
  );
}
