import { z } from 'zod'

/**
 * Where a company's workspace is: `https://DOMAIN/.well-known/parley` (RFC 8615), for the domain of people's e-mails.
 * Every workspace serves it about itself too, which is how a client knows one.
 */
export const discoveryPath = '/.well-known/parley'

export const discoverySchema = z.object({
  parley: z.object({
    /** The workspace's origin: `https://meet.example.com`. */
    workspace: z.url(),
  }),
})
