import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meetingLinkIn, placeOfLink } from './meeting-link'
import { readMeetingId } from './meeting-id'

const id = 'm12-345-678'

describe('the link to a meeting', () => {
  it.each([
    ['https://Meet.Example.com/join/m12-345-678?Pw=AbC', 'https://Meet.Example.com/join/m12-345-678?Pw=AbC'],
    ['Come!\nhttps://go.teamviewer.com/v15/m12345678.\nID: m12-345-678', 'https://go.teamviewer.com/v15/m12345678'],
    ['(see <HTTPS://meet.example.com:8443/join/12345678>)', 'HTTPS://meet.example.com:8443/join/12345678'],
    ['http://127.0.0.1:41234/join/m12-345-678', 'http://127.0.0.1:41234/join/m12-345-678'],
    // Another link beside it, or one that only looks like it.
    ['https://example.com/agenda and https://meet.example.com/join/m12-345-678', 'https://meet.example.com/join/m12-345-678'],
    ['m12-345-678, see https://example.com/?id=m12-345-678', null],
    ['m12-345-678', null],
    ['https://anna:word@meet.example.com/join/m12-345-678', null],
    ['https://meet.example.com@evil.example/join/m12-345-678', null],
    ['ftp://meet.example.com/join/m12-345-678', null],
    ['javascript:alert(1)//https/join/m12-345-678', null],
    [`https://meet.example.com/join/m12-345-678?${'a'.repeat(2_000)}`, null],
  ])('in %j is %j', (text, link) => {
    expect(meetingLinkIn(text, id)).toBe(link)
  })

  it('names its place by the host that a browser would ask', () => {
    expect(placeOfLink('https://Meet.Example.com/join/x')).toBe('meet.example.com')
    expect(placeOfLink('https://meet.example.com:443/')).toBe('meet.example.com')
    expect(placeOfLink('https://meet.example.com:8443/')).toBe('meet.example.com:8443')
    expect(placeOfLink('https://bücher.example/')).toBe('xn--bcher-kva.example')
    for (const none of ['https://[::1]/', 'file:///etc/passwd', 'https://-x/', '', 'https://']) expect(placeOfLink(none)).toBeNull()
  })

  it('never throws, and is one to the meeting that was asked for', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.webUrl().map((url) => `${url}/${id}`)), (text) => {
        const link = meetingLinkIn(text, id)
        if (link !== null) expect([readMeetingId(link), placeOfLink(link)]).toEqual([{ id }, new URL(link).host])
      }),
    )
  })
})
