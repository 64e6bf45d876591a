import type { HandOff, UserManagement } from '../../contract/user-management'

/** All that the User management page shows. */
export interface UserManagementPanel {
  /** The workspace's last answer, or null before the first. */
  readonly answer: UserManagement | null
  /** True when main itself could not answer the last question. */
  readonly failed: boolean
  /** `wanted` from the moment when the entry is chosen until the answer tells whether the pop-up may open. */
  readonly popUp: 'closed' | 'wanted' | 'open'
  /** What came of the last attempt to leave for the console. */
  readonly handOff: HandOff['outcome'] | null
}

export const emptyPanel: UserManagementPanel = { answer: null, failed: false, popUp: 'closed', handOff: null }

/** An answer of this age still tells who may go to the console, in milliseconds; main decides anew before anything is opened. */
const goodFor = 30_000

/** The entry was chosen, or a link led here: the pop-up opens as soon as an answer allows it, at once where one just came. */
export function chosen(panel: UserManagementPanel, now: number): UserManagementPanel {
  const { answer } = panel
  const isKnown = answer?.state === 'allowed' && answer.problem === null && now - answer.figures.fetchedAt < goodFor
  return { ...panel, popUp: panel.popUp === 'open' || isKnown ? 'open' : 'wanted', handOff: null }
}

/** The workspace's figures and whether the console may be opened have come in. */
export function answered(panel: UserManagementPanel, answer: UserManagement): UserManagementPanel {
  return { ...panel, answer, failed: false, popUp: popUpAfter(panel.popUp, answer) }
}

function popUpAfter(popUp: UserManagementPanel['popUp'], answer: UserManagement): UserManagementPanel['popUp'] {
  if (popUp === 'closed') return 'closed'
  if (consoleTarget(answer) !== null) return 'open'
  // Whoever has to sign in again wanted to go on: the wish outlives the sign-in. Any other answer settles it.
  return answer.state === 'expired' || answer.state === 'signed-out' ? 'wanted' : 'closed'
}

/** Main could not answer. What was known stays in sight. */
export function notAnswered(panel: UserManagementPanel): UserManagementPanel {
  return { ...panel, failed: true, popUp: panel.popUp === 'open' ? 'open' : 'closed' }
}

/** The pop-up was put away without leaving. */
export function dismissed(panel: UserManagementPanel): UserManagementPanel {
  return { ...panel, popUp: 'closed', handOff: null }
}

/** Main has tried to open the console. The pop-up stays when it did not work, and says why. */
export function handedOff(panel: UserManagementPanel, outcome: HandOff['outcome']): UserManagementPanel {
  return { ...panel, handOff: outcome, popUp: outcome === 'opened' ? 'closed' : panel.popUp }
}

/** Where the pop-up leads, and whether the console can be reached at the moment; null when nothing may open. */
export function consoleTarget(answer: UserManagement | null) {
  if (answer?.state === 'allowed') return { ...answer.target, reachable: answer.problem === null }
  if (answer?.state === 'unreachable' && answer.target !== null) return { ...answer.target, reachable: false }
  return null
}
