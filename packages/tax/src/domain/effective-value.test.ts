import { businessDate, decimal } from '@atlas/kernel';
import { expect, it } from 'vitest';
import { valueOn } from './effective-value.ts';

it('a tax is what began last, on the day itself already, and nothing before the first', () => {
  const values = [
    { validFrom: businessDate('2021-01-01'), value: decimal('0.19') },
    { validFrom: businessDate('2007-01-01'), value: decimal('0.19') },
    { validFrom: businessDate('2020-07-01'), value: decimal('0.16') },
  ];
  const on = (date: string) => valueOn(values, businessDate(date));
  expect([on('2020-06-30'), on('2020-07-01'), on('2020-12-31'), on('2021-01-01')]).toEqual(
    ['0.19', '0.16', '0.16', '0.19'].map(decimal),
  );
  expect(() => on('2006-12-31')).toThrow(/not in force/);
});
