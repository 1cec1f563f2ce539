import { defineModule } from '@atlas/platform';
import { catalogErrors } from './contract/errors.ts';
import { productCreated, productUpdated } from './contract/events.ts';
import { createProduct } from './products/create-product.ts';
import { getProduct } from './products/get-product.ts';
import { importCategories, importProducts } from './products/import-products.ts';
import { listProducts } from './products/list-products.ts';
import { updateProduct } from './products/update-product.ts';
import { createProductCategory } from './terms/create-category.ts';
import { createTaxCode } from './terms/create-tax-code.ts';
import { createUnit } from './terms/create-unit.ts';
import { listProductCategories } from './terms/list-categories.ts';
import { listTaxCodes } from './terms/list-tax-codes.ts';
import { listUnits } from './terms/list-units.ts';

export const catalog = defineModule('catalog', {
  operations: [
    createProduct,
    updateProduct,
    getProduct,
    listProducts,
    createTaxCode,
    listTaxCodes,
    createUnit,
    listUnits,
    createProductCategory,
    listProductCategories,
  ],
  events: [productCreated, productUpdated],
  errors: catalogErrors,
  importables: [importCategories, importProducts],
});
