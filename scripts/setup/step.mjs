const out = process.stderr

/** A set-up that can't go on, with words for the person at the terminal: shown without a stack. */
export class SetUpError extends Error {}

/**
 * Runs one step of the set-up and says in one line what it did and how long it took; a step that had nothing to do
 * (gives `undefined`) says nothing. Lines go to standard error, so that a program's own output stays clean.
 *
 * @param {string} name one word for the line's beginning
 * @param {string} doing what a terminal shows in the meantime
 * @param {() => Promise<string | undefined>} work gives what was done
 */
export async function step(name, doing, work) {
  const began = performance.now()
  const label = name.padEnd(10)
  // Only a wait that one would notice is announced: a step with nothing to do must not make the terminal flicker.
  const announce = out.isTTY ? setTimeout(() => out.write(`${label} ${doing} …`), 150) : undefined
  try {
    const done = await work()
    clearTimeout(announce)
    if (out.isTTY) out.write('\r\x1b[K')
    if (done !== undefined) out.write(`${label} ${done} · ${seconds(performance.now() - began)}\n`)
  } catch (error) {
    clearTimeout(announce)
    if (out.isTTY) out.write('\r\x1b[K')
    throw error
  }
}

/**
 * A duration in words: `0.4 s`, `12.3 s`, `5 min 12 s`.
 * @param {number} milliseconds
 */
export function seconds(milliseconds) {
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`
  const whole = Math.round(milliseconds / 1000)
  return `${Math.floor(whole / 60)} min ${whole % 60} s`
}

/**
 * Runs a script's main function; what stops it is said in words and by the exit status.
 * @param {() => Promise<number | void>} main gives the exit status; nothing means 0
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    out.write(error instanceof SetUpError ? `\n${error.message}\n` : `\n${error instanceof Error ? error.stack : error}\n`)
    process.exitCode = 1
  }
}

/** A line to standard output. @param {string} line */
export const say = (line) => void process.stdout.write(`${line}\n`)
