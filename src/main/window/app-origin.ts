/** The scheme that the client's pages come from; nothing else is served under it. */
export const appScheme = 'app'

/** The origin of the client's pages. */
export const appOrigin = 'app://parley'
