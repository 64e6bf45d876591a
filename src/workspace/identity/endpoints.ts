/** Where the identity library's own endpoints live. */
export const identityPath = '/identity'

/**
 * Header that carries the caller's address to the library's rate limits; what a caller sends under this name is
 * dropped.
 */
export const callerAddressHeader = 'x-parley-caller'
