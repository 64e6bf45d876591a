import { z } from 'zod'

const names = z.array(z.string().min(1).max(100)).max(100)
const momentSchema = z.iso.datetime({ offset: true, local: true })

/** `POST /EventLogging`, after the vendor's: what a company's administrators did. Empty lists filter nothing. */
export const eventLoggingQuerySchema = z.object({
  StartDate: momentSchema.nullish(),
  EndDate: momentSchema.nullish(),
  EventNames: names.nullish(),
  EventTypes: names.nullish(),
  AccountEmails: names.nullish(),
  ContinuationToken: z.string().max(500).nullish(),
})

export const eventTypes = ['CompanyAdministration', 'LicenseManagement', 'UserProfile'] as const

export const apiEventsSchema = z.object({
  AuditEvents: z.array(
    z.object({
      EventName: z.string(),
      EventType: z.enum(eventTypes),
      /** E-mail; empty where the workspace itself did it. */
      Author: z.string(),
      AffectedItem: z.string(),
      EventDetails: z.array(z.object({ PropertyName: z.string(), PropertyValue: z.string() })),
      Timestamp: z.string(),
    }),
  ),
  /** For the next page, or null after the last. */
  ContinuationToken: z.string().nullable(),
})
