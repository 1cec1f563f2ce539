/**
 * What programs may do in Valkey: all that handles keys, and asking how it is. Not what would empty it, look at what others do in it, or
 * change it.
 */
export const valkeyAccess = 'on ~* &* +@all -@dangerous +info';
