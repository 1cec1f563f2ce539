'use client';
import { cn } from '@atlas/ui';
import { useState } from 'react';
import { initialsOf } from './initials.ts';

type Props = { userId: string | null; name: string; size?: 'small' | 'normal' };

const sizes = { small: 'size-6 text-[0.625rem]', normal: 'size-8 text-xs' } as const;

/** Somebody's face: their initials at once, their picture over them when it comes. Their name stands beside it. */
export function Avatar({ userId, name, size = 'normal' }: Props) {
  const [shown, setShown] = useState<string | null>(null);
  const show = () => setShown(userId);
  return (
    <span
      aria-hidden
      className={cn(
        'relative flex shrink-0 select-none items-center justify-center overflow-hidden rounded-full bg-accent-soft font-medium text-accent',
        sizes[size],
      )}
    >
      {initialsOf(name)}
      {userId ? (
        <img
          src={`/v1/avatars/${userId}`}
          alt=""
          loading="lazy"
          decoding="async"
          onLoad={show}
          // It may have come before the page could listen.
          ref={(image) => {
            if (shown !== userId && image?.complete && image.naturalWidth > 0) show();
          }}
          className={cn('absolute inset-0 size-full object-cover', shown !== userId && 'opacity-0')}
        />
      ) : null}
    </span>
  );
}
