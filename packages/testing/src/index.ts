export * from './books.ts';
export * from './database.ts';
export * from './deliver.ts';
export * from './importing.ts';
export * from './invariants.ts';
export { contentsOf } from './laws/contents.ts';
export { operationNamed } from './operations.ts';
export * from './shop.ts';
export * from './world.ts';
