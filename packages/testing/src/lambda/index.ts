import './provided.ts';

export * from './api-function.ts';
export * from './gateway.ts';
export * from './instance.ts';
export * from './pool.ts';
export * from './pooled.ts';
export * from './site.ts';
export * from './web-function.ts';
