import type { ReactNode } from 'react';

/** A cell that the keys of the grid find. */
export function GridCell({ row, column, children }: { row: number; column: number; children: ReactNode }) {
  return (
    <div data-row={row} data-column={column} className="min-w-0">
      {children}
    </div>
  );
}
