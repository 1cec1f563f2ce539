'use client';
import { useTranslations } from 'use-intl';
import { GridCell } from '../documents/grid-cell.tsx';
import { ValuePicker } from './value-picker.tsx';
import { type Dimension, type NamedValue, withValue } from './value-tree.ts';

type Props = {
  row: number;
  /** Of the grid, where the cells begin. */
  firstColumn: number;
  dimensions: readonly Dimension[];
  chosen: readonly NamedValue[];
  narrow: boolean;
  onChange: (chosen: NamedValue[]) => void;
};

/** The cells of a line for what it was for, one for each dimension. */
export function DimensionCells({ row, firstColumn, dimensions, chosen, narrow, onChange }: Props) {
  const t = useTranslations('dimensions');
  return dimensions.map(({ id, name }, index) => (
    <GridCell key={id} row={row} column={firstColumn + index}>
      <ValuePicker
        aria-label={t('cell', { name, row: row + 1 })}
        placeholder={narrow ? name : ''}
        dimensionId={id}
        chosen={chosen.find(({ dimensionId }) => dimensionId === id)?.valueId ?? null}
        onPick={(valueId) => onChange(withValue(chosen, id, valueId))}
      />
    </GridCell>
  ));
}
