/**
 * A proxy's name or address with its port, such as `proxy.example.com:8080` or `socks5://10.0.0.1:1080`, or nothing. Name and
 * password of a person have no place in it: settings are kept in the clear.
 */
export const proxyAddressPattern = /^(?:(?:(?:https?|socks[45]):\/\/)?(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?)?$/

/** The address of a PAC script, or nothing. */
export const proxyScriptPattern = /^(?:https?:\/\/[^\s@]+)?$/
