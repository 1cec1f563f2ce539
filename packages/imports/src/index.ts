export { importsOf } from './module.ts';
