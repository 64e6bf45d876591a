import { describe, expect, it } from 'vitest'
import { openClientCertificates, serverOf } from './client-certificates'
import { showCertificate } from './show-certificate'

const certificate = (name: string) => ({ fingerprint: `sha256/${name}`, subjectName: name, issuerName: 'Own Root', validStart: 1_700_000_000, validExpiry: 1_900_000_000 })
const [work, home] = [certificate('work'), certificate('home')]
const host = 'meet.example.com'

function choosing() {
  const chosen = new Map<string, string>()
  const questions: unknown[] = []
  const certificates = openClientCertificates<typeof work>({ chosen, ask: (question) => questions.push(question) })
  return { certificates, chosen, questions }
}

describe('a certificate of the person’s', () => {
  it('is chosen once for each server', async () => {
    const { certificates, questions } = choosing()
    const first = certificates.choose(host, [work, home])
    const second = certificates.choose(host, [work, home])
    certificates.answer(home.fingerprint)
    expect(await Promise.all([first, second])).toEqual([home, home])
    expect(questions.at(-1)).toBeNull()
    const asked = questions.length
    expect(await certificates.choose(host, [work, home])).toBe(home)
    expect(questions).toHaveLength(asked)
  })

  it('is asked for again once it is gone, and for another server', async () => {
    const { certificates, chosen, questions } = choosing()
    chosen.set(host, home.fingerprint)
    const asked = certificates.choose(host, [work])
    expect(questions).toMatchObject([{ host, choices: [{ name: 'work', from: 1_700_000_000_000, until: 1_900_000_000_000 }], isRefused: false }])
    certificates.answer(null)
    expect(await asked).toBeNull()
    expect(await certificates.choose(host, [work])).toBeNull()
    expect(certificates.askAgain()).toBe(true)
    expect(certificates.askAgain()).toBe(false)
    void certificates.choose(host, [work])
    expect(questions.at(-1)).toMatchObject({ host })
  })

  it('is none where the system has none', async () => {
    const { certificates, questions } = choosing()
    expect(await certificates.choose(host, [])).toBeNull()
    expect(questions).toEqual([])
  })

  it('is forgotten where the server did not take it, and the next question says so', async () => {
    const { certificates, chosen, questions } = choosing()
    chosen.set(host, home.fingerprint)
    certificates.refused(host)
    expect(chosen.size).toBe(0)
    const asked = certificates.choose(host, [work, home])
    expect(questions).toMatchObject([{ host, isRefused: true }])
    certificates.answer(work.fingerprint)
    expect(await asked).toBe(work)
    expect(certificates.mayShow(host)).toBe(true)
  })

  it('is chosen anew by whoever wants to', async () => {
    const { certificates, chosen } = choosing()
    chosen.set(host, home.fingerprint)
    certificates.forget()
    const asked = certificates.choose(host, [work, home])
    certificates.answer(work.fingerprint)
    expect(await asked).toBe(work)
  })
})

describe('the server that wants a certificate', () => {
  it.each([
    ['meet.example.com:443', 'meet.example.com'],
    ['localhost:9443', 'localhost:9443'],
    ['127.0.0.1:9443', '127.0.0.1:9443'],
    ['https://meet.example.com/api/v1?a=b', 'meet.example.com'],
  ])('has of %s the name %s', (address, name) => {
    expect(serverOf(address)).toBe(name)
  })
})

describe('showing a certificate', () => {
  function showing(outcome: 'answered' | 'refused' | 'failed') {
    const { certificates, chosen, questions } = choosing()
    let visits = 0
    const shows = showCertificate<string>({
      certificates,
      visit: async () => {
        visits += 1
        await certificates.choose(host, [work, home])
        return outcome
      },
    })
    return { certificates, chosen, questions, shows, visits: () => visits, show: () => shows.show('session', `https://${host}/`) }
  }

  it('takes one visit for many requests', async () => {
    const { chosen, show, visits } = showing('answered')
    chosen.set(host, work.fingerprint)
    expect(await Promise.all([show(), show()])).toEqual([true, true])
    expect(visits()).toBe(1)
  })

  it('keeps no request waiting while the person thinks', async () => {
    const { certificates, shows, show } = showing('answered')
    const told: string[] = []
    const hearNoMore = shows.whenAsked(`https://${host}/api`, () => told.push('asked'))
    const first = show()
    expect(told).toEqual(['asked'])
    expect(await show()).toBe(false)
    certificates.answer(home.fingerprint)
    expect(await first).toBe(true)
    hearNoMore()
    certificates.forget()
    void show()
    expect(told).toEqual(['asked'])
  })

  it('leaves who chose none alone', async () => {
    const { certificates, show, visits } = showing('refused')
    const first = show()
    certificates.answer(null)
    expect(await first).toBe(false)
    expect(await show()).toBe(false)
    expect(visits()).toBe(1)
  })

  it('does not go on where no certificate fits', async () => {
    const { certificates } = choosing()
    const shows = showCertificate<string>({ certificates, visit: () => Promise.resolve('refused') })
    expect(await shows.show('session', `https://${host}/`)).toBe(false)
    expect(certificates.mayShow(host)).toBe(false)
  })

  it('leaves a newer choice alone when an earlier visit ends only now', async () => {
    const { certificates, chosen } = choosing()
    const ends: ((outcome: 'refused' | 'answered') => void)[] = []
    const visit = async () => {
      void certificates.choose(host, [work, home])
      return new Promise<'refused' | 'answered'>((resolve) => ends.push(resolve))
    }
    const { show } = showCertificate<string>({ certificates, visit })
    const first = show('before', `https://${host}/`)
    certificates.answer(null)
    certificates.askAgain()
    const second = show('after', `https://${host}/`)
    certificates.answer(home.fingerprint)
    ends[0]?.('refused')
    ends[1]?.('answered')
    expect(await Promise.all([first, second])).toEqual([false, true])
    expect(chosen.get(host)).toBe(home.fingerprint)
  })

  it('forgets a choice that the server did not take', async () => {
    const { chosen, show } = showing('refused')
    chosen.set(host, work.fingerprint)
    expect(await show()).toBe(false)
    expect(chosen.size).toBe(0)
  })
})
