export { readCatalogue } from './read-catalogue.ts';
