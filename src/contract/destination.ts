import { z } from 'zod'
import { meetingIdPattern } from './meeting-id'
import { meetingPlacePattern } from './meeting-link'
import { isPlain, pageNames, type Destination } from './routes'

/** What a message carries that leads to a page. */
export const destinationSchema: z.ZodType<Destination> = z.union([
  z.strictObject({ page: z.enum(pageNames.filter(isPlain)) }),
  z.strictObject({ page: z.literal('join'), meeting: z.string().regex(meetingIdPattern) }),
  z.strictObject({ page: z.literal('join.at'), meeting: z.string().regex(meetingIdPattern), place: z.string().regex(meetingPlacePattern) }),
])
