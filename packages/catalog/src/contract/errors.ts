import { errorCatalogue } from '@atlas/contract';

export const catalogErrors = errorCatalogue({
  'catalog.unknown_category': { status: 422, title: 'There is no such product category' },
});
