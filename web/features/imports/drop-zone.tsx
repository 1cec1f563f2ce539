'use client';
import { Button, cn } from '@atlas/ui';
import { FileUp } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';

type FileButtonProps = {
  label: string;
  primary?: boolean;
  busy: boolean;
  /** What the browser offers first; left out, tables. */
  accept?: string;
  onFiles: (files: File[]) => void;
};

const tables = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain';

/** A button that asks for files. */
export function FileButton({ label, primary = false, busy, accept = tables, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        look={primary ? 'primary' : 'plain'}
        size={primary ? 'large' : 'normal'}
        busy={busy}
        onClick={() => input.current?.click()}
      >
        <FileUp aria-hidden />
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}

/** A place where files can be let fall. */
export function DropZone({
  onFiles,
  className,
  children,
}: {
  onFiles: (files: File[]) => void;
  className?: string;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everyone's
    <div
      className={cn(className, over && 'border-accent bg-accent-soft')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) onFiles(files);
      }}
    >
      {children}
    </div>
  );
}
