import { hiddenArgument } from './start-at-login'

/**
 * What a start that follows this one is given: neither the link that this one was opened with, nor that it came hidden, as at
 * login. Whoever asks for a restart wants to see it.
 */
export function argumentsAgain(given: readonly string[]): string[] {
  return given.filter((argument) => argument !== hiddenArgument && !/^parley:/i.test(argument))
}
