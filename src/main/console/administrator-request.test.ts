import { describe, expect, it } from 'vitest'
import { languages } from '../../contract/languages'
import type { Account } from '../../contract/session'
import { administratorRequest, requestWords } from './administrator-request'

const account: Account = { id: 'u2', name: 'Ben Roy', email: 'ben@example.com', companyName: 'Example', role: 'member' }
const administrators = [
  { name: 'Anna Berger', email: 'anna@example.com' },
  { name: 'Chloé Petit', email: 'chloe@example.com' },
]

describe('administratorRequest', () => {
  it.each(languages)('is complete in %s', (language) => {
    const text = administratorRequest(account, { companyName: 'Example', administrators }, requestWords(language)) ?? ''
    expect(text.split('\n')[0]).toContain('Anna Berger <anna@example.com>, Chloé Petit <chloe@example.com>')
    // Each language has its own comma.
    expect(text).toMatch(/Ben Roy(, |、|، )ben@example\.com/)
    expect(text).not.toContain('{{')
  })

  it('lets no name start a line of its own', () => {
    const sly = [{ name: 'Anna\nBcc: everyone@example.com', email: 'a@example.com' }]
    const text = administratorRequest(account, { companyName: 'E', administrators: sly }, requestWords('en')) ?? ''
    expect(text).not.toMatch(/^Bcc/m)
  })

  it('is nothing without administrators', () => {
    expect(administratorRequest(account, { companyName: 'E', administrators: [] }, requestWords('en'))).toBeNull()
  })
})
