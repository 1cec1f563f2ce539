import type { Grant } from '@atlas/kernel';

/** A grant as the contract answers it. */
export const grantJson = ({ hides, ...grant }: Grant) => ({ ...grant, ...(hides ? { hides: [...hides] } : {}) });
