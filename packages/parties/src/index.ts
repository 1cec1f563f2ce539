export { postalLines } from './domain/postal-lines.ts';
export { createParty } from './parties/create-party.ts';
export { partiesByCode } from './parties/import-parties.repository.ts';
export { loadParty } from './parties/parties.repository.ts';
