export { administrationOf } from './module.ts';
