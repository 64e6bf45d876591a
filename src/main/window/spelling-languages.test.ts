import { describe, expect, it } from 'vitest'
import { checkSpelling } from './spelling-languages'

/** As Chromium has them: some with a region, some without. */
const available = ['de', 'en-AU', 'en-GB', 'en-US', 'es', 'fr', 'pt-BR', 'pt-PT']

/** A session that keeps what it is told. */
function session(isOn = false, languages: string[] = ['en-US']) {
  const done: string[] = []
  return {
    done,
    languages: () => languages,
    availableSpellCheckerLanguages: available,
    getSpellCheckerLanguages: () => languages,
    setSpellCheckerLanguages: (next: string[]) => {
      languages = next
      done.push(`languages ${next.join()}`)
    },
    isSpellCheckerEnabled: () => isOn,
    setSpellCheckerEnabled: (next: boolean) => {
      isOn = next
      done.push(next ? 'on' : 'off')
    },
  }
}

const on = (languages: readonly string[], platform: NodeJS.Platform = 'linux') => ({ wanted: true, languages, platform })

describe('checkSpelling', () => {
  it.each([
    [['de-AT', 'en-GB'], 'de,en-GB'],
    [['fr-CA', 'fr-FR', 'fr'], 'fr'],
    [['en'], 'en-AU'],
    [['pt'], 'pt-BR'],
    [['es-419', 'tlh', 'ja-JP'], 'es'],
    [['de'], 'de'],
  ])('for %j marks by the dictionaries %s', (languages, expected) => {
    const one = session()
    checkSpelling(one, on(languages))
    expect(one.done).toEqual([`languages ${expected}`, 'on'])
  })

  it('has no language while it is off, whose dictionary would be fetched', () => {
    const one = session(true)
    checkSpelling(one, { wanted: false, languages: ['de'], platform: 'linux' })
    expect(one.done).toEqual(['languages ', 'off'])
    expect(one.languages()).toEqual([])
    checkSpelling(one, { wanted: false, languages: ['fr'], platform: 'linux' })
    expect(one.done).toHaveLength(2)
  })

  it('that is on follows languages that the system has got since, and does nothing else', () => {
    const one = session(true, ['de'])
    checkSpelling(one, on(['de-DE']))
    expect(one.done).toEqual([])
    checkSpelling(one, on(['fr-FR', 'de-DE']))
    expect(one.done).toEqual(['languages fr,de'])
  })

  it('leaves the languages to macOS', () => {
    const one = session()
    checkSpelling(one, on(['fr'], 'darwin'))
    checkSpelling(one, { wanted: false, languages: ['fr'], platform: 'darwin' })
    expect(one.done).toEqual(['on', 'off'])
  })

  it('has no language where there is no dictionary for any', () => {
    const one = session()
    checkSpelling(one, on(['ja-JP', 'ar']))
    expect(one.languages()).toEqual([])
  })
})
