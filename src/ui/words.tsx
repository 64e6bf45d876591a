import { createInstance } from 'i18next'
import { type ReactElement, useSyncExternalStore } from 'react'
import { initReactI18next, Trans } from 'react-i18next'
import { directionOf, type Language } from '../contract/languages'

/** A language file: words, or rooms of words. */
export interface WordTree {
  readonly [key: string]: string | WordTree
}

type Leaves<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${Key}`
    : Leaves<Tree[Key], `${Prefix}${Key}.`>
}[keyof Tree & string]

/** Keys with a form for one and a form for others: `seats` for `seats_one` and `seats_other`. */
type PluralKey<Tree> = Leaves<Tree> extends infer Leaf ? (Leaf extends `${infer Base}_other` ? Base : never) : never

/** Keys with one form, as dotted paths: `signIn.title`. */
export type PlainKey<Tree> = Exclude<Leaves<Tree>, `${string}_one` | `${string}_other`>

/** A language's file: every key of the English one. Its plurals have the forms of the language, which need not have `_one`. */
type LanguageFile<Tree> = {
  readonly [Key in keyof Tree as Key extends `${string}_one` ? never : Key]: Tree[Key] extends string
    ? string
    : LanguageFile<Tree[Key]>
}

/** What is written into the `{{…}}` of a text. */
type WordValues = Readonly<Record<string, string | number>>

interface Translate<Tree> {
  (key: PlainKey<Tree>, values?: WordValues): string
  (key: PluralKey<Tree>, values: WordValues & { readonly count: number }): string
}

interface RichProps<Tree> {
  words: PlainKey<Tree>
  values?: WordValues
  /** What each tag of the text stands for: `{ b: <strong /> }` for `<b>…</b>`. */
  parts: Readonly<Record<string, ReactElement>>
}

/** The words of one program, in the language that it shows. */
export interface Words<Tree, Shown extends Language = Language> {
  /** For components: they render again when the language changes. */
  useWords: () => { t: Translate<Tree>; language: Shown }
  /** A text with elements inside it, such as a name in bold. */
  Rich: (props: RichProps<Tree>) => ReactElement
  /** Loads a language's words, shows them, and gives `<html>` the language (WCAG 2.2, 3.1.1) and its direction. */
  setLanguage: (language: Shown) => Promise<void>
  /** Shows another language than the wanted one, as long as that can't be read. */
  showInstead: (language: Shown) => Promise<void>
  /** For components: the language that is wanted but whose words could not be read, so that another one is shown; else null. */
  useUnread: () => Shown | null
  /** Loads a language that may be chosen next, and gives its words: it is then shown without a wait. */
  readAhead: (language: Shown) => Promise<WordTree>
}

/**
 * Makes the words of one program from its language files. Render nothing before the first `setLanguage` is done.
 *
 * @param shown The languages of this program.
 * @param loaders Each language's file, loaded when it is first shown. `Tree` is the type of the English one, so that
 *   the compiler finds wrong keys, missing plural counts, and languages that lack a key.
 */
export function createWords<Tree extends WordTree, Shown extends Language>(
  shown: readonly Shown[],
  loaders: Readonly<Record<Shown | 'en', () => Promise<LanguageFile<Tree>>>>,
): Words<Tree, Shown | 'en'> {
  const i18n = createInstance()
  // React escapes what it renders; the files are bundled, so that nothing is fetched by i18next itself.
  void i18n.use(initReactI18next).init({
    resources: {},
    supportedLngs: [...shown],
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  let wanted: Shown | 'en' | undefined
  let unread: Shown | 'en' | null = null
  const unreadListeners = new Set<() => void>()

  const inLanguage = (spoken: string): { t: Translate<Tree>; language: Shown | 'en' } => {
    const translate = i18n.getFixedT(spoken)
    // Most texts have nothing to be written into them: one that was looked up stays as it is.
    const plain = new Map<string, string>()
    const lookUp = (key: string) => {
      const text = translate(key)
      plain.set(key, text)
      return text
    }
    return {
      t: (key: string, values?: WordValues) => (values === undefined ? (plain.get(key) ?? lookUp(key)) : translate(key, { ...values })),
      language: shown.find((each) => each === spoken) ?? 'en',
    }
  }
  // Every component of a page reads the same object: a hook of the library's own for each of them would be the larger
  // part of drawing a long table.
  let words = inLanguage('en')
  const perLanguage = new Map<string, typeof words>()
  i18n.on('languageChanged', (spoken) => {
    words = perLanguage.get(spoken) ?? inLanguage(spoken)
    perLanguage.set(spoken, words)
  })
  const onChange = (tell: () => void) => {
    i18n.on('languageChanged', tell)
    return () => i18n.off('languageChanged', tell)
  }
  const useWords = () => useSyncExternalStore(onChange, () => words, () => words)

  function Rich({ words: key, values, parts }: RichProps<Tree>) {
    const { language } = useWords()
    return <Trans i18n={i18n} t={i18n.getFixedT(language)} i18nKey={key} values={{ ...values }} components={parts} />
  }

  const trees = new Map<string, WordTree>()

  async function load(language: Shown | 'en'): Promise<WordTree> {
    const known = trees.get(language)
    if (known !== undefined) return known
    const tree = await loaders[language]()
    trees.set(language, tree)
    i18n.addResourceBundle(language, 'translation', tree)
    return tree
  }

  function show(language: Shown | 'en'): void {
    // With its words here, it takes effect before this returns.
    void i18n.changeLanguage(language)
    const { documentElement: html } = document
    const dir = directionOf(language)
    html.lang = language
    // Most languages have the same one: the whole page’s styles would be looked through for nothing.
    if (html.dir !== dir) html.dir = dir
  }

  function setUnread(language: Shown | 'en' | null): void {
    unread = language
    for (const tell of unreadListeners) tell()
  }
  const onUnread = (tell: () => void) => {
    unreadListeners.add(tell)
    return () => unreadListeners.delete(tell)
  }
  const useUnread = () => useSyncExternalStore(onUnread, () => unread, () => unread)

  async function setLanguage(language: Shown | 'en') {
    wanted = language
    try {
      if (!trees.has(language)) await load(language)
    } catch (error) {
      if (wanted === language) setUnread(language)
      throw error
    }
    // Another language may have been chosen while this one loaded.
    if (wanted !== language) return
    show(language)
    setUnread(null)
  }

  async function showInstead(language: Shown | 'en') {
    await load(language)
    show(language)
  }

  return { useWords, Rich, setLanguage, showInstead, useUnread, readAhead: load }
}
