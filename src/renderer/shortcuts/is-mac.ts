/** Whether this is a Mac, which writes and places its shortcuts in its own way. */
export const isMac = /Macintosh/.test(navigator.userAgent)
