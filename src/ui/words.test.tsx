import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWords } from './words'

describe('a language whose words can’t be read', () => {
  beforeEach(() => {
    vi.stubGlobal('document', { documentElement: {} })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  const said = { fr: { hello: 'Bonjour' }, ja: { hello: 'こんにちは' } }

  function words() {
    const missing = new Set<'fr' | 'ja'>(['fr'])
    const read = (language: 'fr' | 'ja') => () => (missing.has(language) ? Promise.reject(new Error('gone')) : Promise.resolve(said[language]))
    const made = createWords<{ hello: string }, 'en' | 'fr' | 'ja'>(['en', 'fr', 'ja'], {
      en: () => Promise.resolve({ hello: 'Hello' }),
      fr: read('fr'),
      ja: read('ja'),
    })
    function Page() {
      return <p>{`${made.useWords().t('hello')}, unread: ${made.useUnread() ?? 'none'}`}</p>
    }
    return { ...made, missing, shown: () => renderToStaticMarkup(<Page />) }
  }

  it('leaves the page in the one before, says which it is, and can be tried again', async () => {
    const { setLanguage, missing, shown } = words()
    await setLanguage('en')
    await expect(setLanguage('fr')).rejects.toThrow('gone')
    expect(shown()).toBe('<p>Hello, unread: fr</p>')
    expect(document.documentElement.lang).toBe('en')
    await expect(setLanguage('fr')).rejects.toThrow('gone')
    missing.clear()
    await setLanguage('fr')
    expect(shown()).toBe('<p>Bonjour, unread: none</p>')
  })

  it('has another one shown instead by a page that opens', async () => {
    const { setLanguage, showInstead, shown } = words()
    await setLanguage('fr').catch(() => showInstead('en'))
    expect(shown()).toBe('<p>Hello, unread: fr</p>')
  })

  it('is of no matter once another one is chosen', async () => {
    const { setLanguage, shown } = words()
    await setLanguage('en')
    const failed = setLanguage('fr').catch(() => undefined)
    await setLanguage('ja')
    await failed
    expect(shown()).toBe('<p>こんにちは, unread: none</p>')
    await expect(setLanguage('fr')).rejects.toThrow('gone')
    await setLanguage('en')
    expect(shown()).toBe('<p>Hello, unread: none</p>')
  })
})
