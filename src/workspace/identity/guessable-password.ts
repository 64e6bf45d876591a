/** What can be guessed in fewer tries than this is refused: a bad password, however long (NIST SP 800-63B §3.1.1.2). */
const fewestTries = 1e8

let estimating: Promise<(password: string, known: string[]) => number> | null = null

/**
 * Tells whether a password is one of the common ones, or made of them: a list of leaked passwords, repetitions, rows of
 * keys, dates, and what is known about its owner. The list is loaded when it is first needed.
 *
 * @param known What others know: name, e-mail, company.
 */
export async function isGuessable(password: string, known: readonly string[]): Promise<boolean> {
  estimating ??= load()
  const parts = known.flatMap((text) => [text, ...text.split(/[\s@.]+/)]).filter((part) => part.length > 2)
  return (await estimating)(password, parts) < fewestTries
}

async function load(): Promise<(password: string, known: string[]) => number> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return (password, known) => estimator.check(password, known).guesses
}
