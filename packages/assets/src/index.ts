export { assets } from './module.ts';
