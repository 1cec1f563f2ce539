export { identityOf } from './module.ts';
