import { route } from '@atlas/contract';
import { z } from 'zod';

export const roundings = ['line', 'document'] as const;
export const ties = ['half-away-from-zero', 'half-even'] as const;

export const rounding = z.enum(roundings).meta({
  description: 'line: each tax of each line is rounded, then summed; document: each tax is rounded once',
});
export const tie = z.enum(ties).meta({ description: 'What half a cent becomes' });

export const taxSettings = z.object({ rounding, tie }).meta({ id: 'TaxSettings' });

export const getTaxSettings = route({
  name: 'tax.settings.get',
  method: 'GET',
  path: '/tax-settings',
  summary: 'Read how taxes are rounded',
  input: z.object({}),
  output: taxSettings,
  errors: [],
});

export const saveTaxSettings = route({
  name: 'tax.settings.save',
  method: 'PUT',
  path: '/tax-settings',
  summary: 'Say how taxes are rounded, from the next calculation on',
  input: taxSettings,
  output: taxSettings,
  errors: [],
});
