/** Where the identity library's own endpoints live. */
export const identityPath = '/identity'

/**
 * Header that carries the caller's address to the library's rate limits; what a caller sends under this name is
 * dropped.
 */
export const callerAddressHeader = 'x-parley-caller'

/** What a refused session says where the company is to be deleted and the account is none of its administrators. */
export const companyEnds = 'COMPANY_ENDS'
