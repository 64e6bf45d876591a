import type { KeychainState } from '../../contract/session'

/** States in which the keychain can't be used. */
export type KeychainTrouble = Exclude<KeychainState, 'unknown' | 'available'>

/** The three families of keychains; `linux` stands for every system with a Secret Service. */
export type SystemName = 'linux' | 'darwin' | 'win32'

export interface KeychainFailure {
  system: SystemName
  operation: 'read' | 'write'
  /** What the system said of its keychain after the failure. */
  probed: 'available' | 'locked' | 'missing' | 'unknown'
  /** keytar's message: it passes on no code, only the system's words, which may be translated. */
  message: string
}

type Rule = readonly [RegExp, KeychainTrouble]

/** GIO's, libsecret's and the daemons' words. They matter only where the Secret Service could not be probed. */
const linuxRules: readonly Rule[] = [
  [/locked|dismissed|prompt/i, 'locked'],
  [/autolaunch|d-?bus|ServiceUnknown|not provided by any|no such (file|object|collection)|does not exist/i, 'missing'],
]

/** SecCopyErrorMessageString's words, with the code of SecBase.h that each stands for. */
const darwinRules: readonly Rule[] = [
  [/interaction is (not allowed|required)/i, 'locked'], // errSecInteractionNotAllowed -25308, …Required -25315
  [/user cancell?ed/i, 'locked'], // errSecUserCanceled -128
  [/keychain is locked/i, 'locked'],
  [/no keychain is available|keychain could not be found|not a valid keychain/i, 'missing'], // -25291, -25307, -25294, -25295
  [/not correct|authoriz|authentic|invalid attempt to change the owner/i, 'changed'], // errSecAuthFailed -25293, -25244
  [/unable to decode|cannot be retrieved|integrity/i, 'changed'], // errSecDecode -26275, errSecDataNotAvailable -25316
]

/** FormatMessage's words, with the code of winerror.h that each stands for. */
const windowsRules: readonly Rule[] = [
  [/logon session does not exist/i, 'missing'], // ERROR_NO_SUCH_LOGON_SESSION 1312
  [/not supported|service (cannot be|has not been) started/i, 'missing'], // ERROR_NOT_SUPPORTED 50, 1058, 1062
  [/key not valid|data is invalid|bad data|decrypt/i, 'changed'], // NTE_BAD_KEY_STATE, ERROR_INVALID_DATA 13, NTE_BAD_DATA
]

const rulesOf: Readonly<Record<SystemName, readonly Rule[]>> = {
  linux: linuxRules,
  darwin: darwinRules,
  win32: windowsRules,
}

/**
 * Tells which trouble a failed call to the keychain stands for.
 *
 * What the system itself says comes first; keytar's words only decide where it says nothing. A read that fails for an
 * unknown reason counts as `changed`, the state in which nothing is ever overwritten.
 */
export function classifyKeychainError(failure: KeychainFailure): KeychainTrouble {
  if (failure.probed === 'locked' || failure.probed === 'missing') return failure.probed
  const rule = rulesOf[failure.system].find(([words]) => words.test(failure.message))
  if (rule !== undefined) return rule[1]
  return failure.operation === 'read' ? 'changed' : 'missing'
}
