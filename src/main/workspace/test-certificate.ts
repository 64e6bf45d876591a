import { request } from 'node:https'

/** A certificate for 127.0.0.1 that ended in February 2020, with its key, which protects nothing; for tests. */
export const endedCertificate = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBXTCCAQOgAwIBAgIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxleHBpcmVk
LnRlc3QwHhcNMjAwMTAxMDAwMDAwWhcNMjAwMjAxMDAwMDAwWjAXMRUwEwYDVQQD
DAxleHBpcmVkLnRlc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQKtRSzfmDU
xXbEznjG14+aPEeOvpGqIOB5zVYXM4W5mqVhDmO25hHsJYcS20KqHbEyXjw4MSOU
6ui2DeORPjMyo0AwPjAPBgNVHREECDAGhwR/AAABMAwGA1UdEwQFMAMBAf8wHQYD
VR0OBBYEFFtzEfC1uuDEKZHfSuuA1aJHMaVCMAoGCCqGSM49BAMCA0gAMEUCIE+f
IzOv9F23jupkBgbfCQ/kxJnLycRzVF21XdOukvD5AiEAxlQarPNVCeH1TIMTRPuF
FEhjOu9n2D6i4uB7Dli3698=
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgRUQcxFqcbCV+tq8u
NydgKzr8EixG7YslZr5qv6tF7mShRANCAAQKtRSzfmDUxXbEznjG14+aPEeOvpGq
IOB5zVYXM4W5mqVhDmO25hHsJYcS20KqHbEyXjw4MSOU6ui2DeORPjMy
-----END PRIVATE KEY-----`,
}

/** A fetch of nothing that trusts who made the ended certificate, so that its date alone is at fault. */
export const fetchTrustingIt: typeof globalThis.fetch = (input) =>
  new Promise((_resolve, reject) => {
    request(new URL(input instanceof Request ? input.url : input), { ca: endedCertificate.cert })
      .on('error', (cause) => reject(new TypeError('fetch failed', { cause })))
      .end()
  })
