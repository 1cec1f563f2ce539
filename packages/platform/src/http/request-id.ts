/** Where a request's id stands, also for those who see no more of it than its headers. */
export const requestIdHeader = 'x-request-id';
