import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meetingIdPattern, readMeetingId } from './meeting-id'

describe('readMeetingId', () => {
  it.each([
    'm12-345-678',
    'M12345678',
    '12 345 678',
    '12345678',
    ' m 12-345-678 ',
    '12.345.678',
    '1234-5678',
    'm12–345–678',
    'm12‑345‑678',
    'm12\u00a0345\u00a0678',
    '\u2068m12-345-678\u2069',
    '１２３４５６７８',
    '١٢-٣٤٥-٦٧٨',
    'https://go.teamviewer.com/m12345678',
    'https://parley.example.com/join/m12-345-678?from=mail',
    'http://127.0.0.1:4123/join/12345678',
    'parley://join/m12-345-678',
    'PARLEY://JOIN/M12-345-678/',
    'Meeting ID: m12-345-678',
    'Join on 12.03.2026, 10:00: https://parley.example.com/join/m12-345-678 or call +49 30 123456789',
    'Weekly, 12.03.2026\nMeeting ID: 12 345 678\nPassword: 4711',
    '<https://parley.example.com/join/m12-345-678>',
  ])('%j is m12-345-678', (text) => {
    expect(readMeetingId(text)).toEqual({ id: 'm12-345-678' })
  })

  it.each([
    ['', { problem: 'empty' }],
    [' \u200b\n', { problem: 'empty' }],
    ['m12-345-67', { problem: 'too-few-digits', digits: 7 }],
    ['1', { problem: 'too-few-digits', digits: 1 }],
    ['123 456 789', { problem: 'too-many-digits', digits: 9 }],
    ['m12-345-6789', { problem: 'too-many-digits', digits: 9 }],
    ['https://example.com/', { problem: 'link-without-id' }],
    ['https://example.com/?m=12-345-678', { problem: 'link-without-id' }],
    ['m12-345-678 and m87-654-321', { problem: 'several' }],
    ['hello', { problem: 'not-an-id' }],
    ['12.03.2026 at ten', { problem: 'not-an-id' }],
    ['call +12345678', { problem: 'not-an-id' }],
  ])('%j: %j', (text, reading) => {
    expect(readMeetingId(text)).toEqual(reading)
  })

  it('reads every id, however its groups are parted and whatever stands around it', () => {
    const part = fc.constantFrom('', '-', ' ', '.', '\u2011')
    const ahead = fc.constantFrom('', ' ', '\n', '(', 'ID: ', 'ID:')
    const behind = fc.constantFrom('', ' ', '\n', ')', '.', ', please')
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 }).map((each) => each.join(''))
    fc.assert(
      fc.property(digits, part, ahead, behind, fc.constantFrom('m', 'M'), (id, between, before, after, mark) => {
        const groups = [id.slice(0, 2), id.slice(2, 5), id.slice(5)]
        expect(readMeetingId(`${before}${mark}${groups.join(between)}${after}`)).toEqual({ id: `m${groups.join('-')}` })
      }),
    )
  })

  it('never throws, and gives nothing but ids in the one form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.stringMatching(/^[m\d .-]{0,20}$/)), (text) => {
        const reading = readMeetingId(text)
        if ('id' in reading) expect(reading.id).toMatch(meetingIdPattern)
      }),
    )
  })

  // One step for each pair of letters would take longer than a test may.
  it('reads a text of any length at once', () => {
    expect(readMeetingId('m12-345-'.repeat(100_000))).not.toHaveProperty('id')
    expect(readMeetingId('1 '.repeat(100_000))).not.toHaveProperty('id')
  })
})
