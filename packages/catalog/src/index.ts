export { createProduct } from './products/create-product.ts';
export { productsByCode } from './products/import-products.repository.ts';
