import { describe, expect, it } from 'vitest'
import { meetingDraftSchema, type Meeting } from '../../../contract/meeting'
import { testMeeting } from '../../../contract/test-meeting'
import { changeOf, draftOf, formOf, newForm, problemsOf, repeats } from './schedule-form'

const zone = 'Europe/Berlin'
const fresh = { ...newForm(Date.parse('2026-03-27T09:10:00Z'), zone, ['bob@example.com'], 60), subject: ' Plan ' }

function meeting(more: Partial<Meeting> = {}): Meeting {
  return testMeeting({ timeZone: zone, invitees: [{ name: 'Bob', email: 'bob@example.com' }], ...more })
}

describe('a new meeting', () => {
  it('begins at the next half hour and lasts one hour', () => {
    expect(draftOf(fresh)).toEqual({
      subject: 'Plan', start: '2026-03-27T09:30:00.000Z', end: '2026-03-27T10:30:00.000Z', timeZone: zone,
      recurrence: null, password: null, invitees: ['bob@example.com'],
    })
  })

  it('is read on the clocks of its zone', () => {
    expect(draftOf({ ...fresh, zone: 'America/New_York' })).toMatchObject({ start: '2026-03-27T14:30:00.000Z', timeZone: 'America/New_York' })
  })

  it('may go on past midnight', () => {
    expect(draftOf({ ...fresh, from: '23:00', until: '01:00' })).toMatchObject({ start: '2026-03-27T22:00:00.000Z', end: '2026-03-28T00:00:00.000Z' })
  })

  it.each(repeats.filter((repeat) => repeat !== 'never'))('that repeats (%s) is what the contract takes, and reads back the same', (repeat) => {
    const draft = draftOf({ ...fresh, repeat, ends: 'after', times: '5' })
    expect(meetingDraftSchema.safeParse(draft).success).toBe(true)
    expect(formOf(meeting({ recurrence: draft?.recurrence ?? null }), zone)).toMatchObject({ repeat, ends: 'after', times: '5' })
  })

  it.each([
    [{ subject: '  ' }, 'subject'],
    [{ date: '' }, 'date'],
    [{ date: '2026-02-30' }, 'date'],
    [{ from: '' }, 'date'],
    [{ until: fresh.from }, 'until'],
    [{ repeat: 'daily', ends: 'on', lastDay: '2026-03-26' }, 'lastDay'],
    [{ repeat: 'daily', ends: 'after', times: '0' }, 'times'],
    [{ repeat: 'daily', ends: 'after', times: 'x' }, 'times'],
  ] as const)('with %j can’t be sent', (wrong, field) => {
    const form = { ...fresh, ...wrong }
    expect(problemsOf(form)).toEqual({ [field]: true })
    expect(draftOf(form)).toBeNull()
  })
})

describe('a change', () => {
  it('has only the parts that are other ones', () => {
    const before = meeting()
    const form = formOf(before, zone)
    expect(changeOf(before, form, zone)).toEqual({})
    expect(changeOf(before, { ...form, subject: 'Other' }, zone)).toEqual({ subject: 'Other' })
    expect(changeOf(before, { ...form, until: '12:00' }, zone)).toEqual({ start: before.start, end: '2026-03-27T11:00:00.000Z', timeZone: zone })
    expect(changeOf(before, { ...form, invitees: [] }, zone)).toEqual({ invitees: [] })
    expect(changeOf(before, { ...form, password: '1234' }, zone)).toEqual({ password: '1234' })
    expect(changeOf(before, { ...form, removesPassword: true }, zone)).toEqual({ password: null })
  })

  it('leaves a rule alone that the form can’t write', () => {
    const strange = meeting({ recurrence: { frequency: 'weekly', interval: 3, weekdays: ['MO', 'FR'], ends: null } })
    for (const each of [strange, meeting({ recurrence: 'other' })]) {
      const form = formOf(each, zone)
      expect(form.repeat).toBe('as-is')
      expect(changeOf(each, { ...form, subject: 'Other' }, zone)).toEqual({ subject: 'Other' })
      expect(changeOf(each, { ...form, repeat: 'never' }, zone)).toEqual({ recurrence: null })
    }
  })
})
