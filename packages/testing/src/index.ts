export * from './books.ts';
export * from './database.ts';
export * from './deliver.ts';
export * from './invariants.ts';
export * from './shop.ts';
export * from './world.ts';
