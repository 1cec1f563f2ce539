export { treasury } from './module.ts';
