/** What an operator does beside a workspace. */
export const commands = ['licence', 'backup', 'restore', 'check', 'move'] as const
export type Command = (typeof commands)[number]

/** Tells a command from the options of a workspace that is to run. */
export function isCommand(word: string | undefined): word is Command {
  return commands.some((command) => command === word)
}
