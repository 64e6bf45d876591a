import { z } from 'zod'
import type { ApiMeeting } from '../../contract/web-api-meetings'
import type { placeIn, StoredMeeting } from '../meetings/find-meetings'
import { participantLink } from '../meetings/meeting-id'
import type { Sealing } from '../secrets/sealing'
import { toApiMoment } from './to-api'

const dialInSchema = z.object({ type: z.string(), custom_data: z.string().nullish() })

/** How to take part by phone, as it was given. */
export function toApiDialIn(meeting: StoredMeeting): z.infer<typeof dialInSchema> | null {
  return meeting.conferenceCall === null ? null : dialInSchema.parse(JSON.parse(meeting.conferenceCall))
}

/**
 * A meeting as the API shows it to someone.
 *
 * @param place What the reader is to it.
 */
export function toApiMeeting(
  meeting: StoredMeeting,
  place: ReturnType<typeof placeIn>,
  { address, sealing }: { address: string; sealing: Sealing },
): ApiMeeting {
  const invitees = meeting.invitees.map(({ email, accountId, name }) => ({
    email,
    ...(accountId === null ? {} : { id: accountId }),
    ...(name === null ? {} : { name }),
  }))
  return {
    id: meeting.id,
    subject: meeting.subject,
    start: toApiMoment(meeting.startsAt),
    end: toApiMoment(meeting.endsAt),
    ...(place === 'organizer' ? { password: meeting.password === null ? '' : (sealing.open(meeting.password) ?? '') } : {}),
    conference_call_information: toApiDialIn(meeting),
    participant_web_link: participantLink(address, meeting.id),
    time_zone: meeting.timeZone,
    recurrence: meeting.recurrence,
    parley_exceptions: meeting.exceptions.map(toApiMoment),
    organizer: { ...meeting.organizer },
    ...(place === 'colleague' ? {} : { invitees }),
  }
}
