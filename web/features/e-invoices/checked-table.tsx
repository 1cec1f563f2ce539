'use client';
import { Card } from '@atlas/ui';

type Props = {
  title: string;
  headings: readonly string[];
  /** How many of the first columns hold text; the others hold figures. */
  textColumns: number;
  rows: readonly (readonly (string | null)[])[];
};

const cell = 'px-2 first:ps-4 last:pe-4';

/** Figures as a document wrote them. */
export function CheckedTable({ title, headings, textColumns, rows }: Props) {
  const align = (column: number) => (column < textColumns ? 'text-start' : 'text-end');
  return (
    <Card>
      <h2 className="px-4 pt-3 font-semibold">{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={title}>
        <table className="w-full">
          <thead>
            <tr className="h-8 border-b text-ink-muted text-xs">
              {headings.map((heading, column) => (
                <th key={heading} scope="col" className={`${cell} whitespace-nowrap font-normal ${align(column)}`}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index} className="h-8 border-b last:border-b-0">
                {row.map((value, column) => (
                  <td
                    key={headings[column]}
                    className={`${cell} ${align(column)} ${column === 1 && textColumns > 1 ? 'w-full' : ''}`}
                  >
                    {value ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
