import { describe, expect, it } from 'vitest'
import type { Language } from '../../../../contract/languages'
import { layingOutAhead } from './lay-out-ahead'

const words = {
  navigation: { home: 'Accueil' },
  settings: { name: 'Paramètres', title: { deep: 'Profond' } },
  appearance: { theme: 'Thème' },
  // Not on the page while a language is chosen.
  contacts: { title: 'Contacts' },
}

function world() {
  const done: string[] = []
  const waiting: (() => void)[] = []
  let isThere = true
  const prepare = layingOutAhead({
    read: async (language) => {
      done.push(`read ${language}`)
      return isThere ? Promise.resolve(words) : Promise.reject(new Error('gone'))
    },
    idle: () => new Promise((resolve) => waiting.push(resolve)),
    fonts: () => ['15px one', '20px two'],
    layOut: (texts, language, font) => void done.push(`${language} in ${font}: ${texts.join(', ')}`),
  })
  const rest = async () => {
    await new Promise(setImmediate)
    waiting.shift()?.()
    await new Promise(setImmediate)
  }
  return { done, prepare: (language: Language) => prepare(language), rest, lose: () => (isThere = false), find: () => (isThere = true) }
}

describe('layingOutAhead', () => {
  it('reads a language and lays out what the page will show, a font in each quiet moment', async () => {
    const { done, prepare, rest } = world()
    void prepare('fr')
    expect(done).toEqual(['read fr'])
    await rest()
    expect(done).toEqual(['read fr', 'fr in 15px one: Accueil, Paramètres, Profond, Thème'])
    await rest()
    expect(done[2]).toBe('fr in 20px two: Accueil, Paramètres, Profond, Thème')
  })

  it('does so once for each language', async () => {
    const { done, prepare, rest } = world()
    void prepare('fr')
    await prepare('fr')
    await rest()
    await rest()
    await prepare('fr')
    void prepare('ar')
    await rest()
    expect(done.filter((each) => each.startsWith('read'))).toEqual(['read fr', 'read ar'])
    expect(done.filter((each) => each.startsWith('fr'))).toHaveLength(2)
  })

  it('tries again what could not be read', async () => {
    const { done, prepare, rest, lose, find } = world()
    lose()
    await expect(prepare('ja')).rejects.toThrow('gone')
    find()
    void prepare('ja')
    await rest()
    expect(done).toContain('ja in 15px one: Accueil, Paramètres, Profond, Thème')
  })
})
