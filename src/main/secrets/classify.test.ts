import { describe, expect, it } from 'vitest'
import { classifyKeychainError, type KeychainFailure, type KeychainTrouble } from './classify'

type Row = [KeychainFailure['system'], KeychainFailure['operation'], KeychainFailure['probed'], string, KeychainTrouble]

const rows: Row[] = [
  // What the system says wins over keytar's words.
  ['linux', 'read', 'locked', 'Object does not exist at path', 'locked'],
  ['linux', 'write', 'missing', 'Cannot create an item in a locked collection', 'missing'],
  ['linux', 'read', 'available', 'Die Nachricht konnte nicht entschlüsselt werden', 'changed'],
  ['linux', 'read', 'available', '', 'changed'],
  // Without a probe, the words decide (seen with gnome-keyring 42 and libsecret 0.20).
  ['linux', 'write', 'unknown', 'Cannot create an item in a locked collection', 'locked'],
  ['linux', 'write', 'unknown', 'Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'missing'],
  ['linux', 'read', 'unknown', 'Cannot autolaunch D-Bus without X11 $DISPLAY', 'missing'],
  ['linux', 'read', 'unknown', 'The name org.freedesktop.secrets was not provided by any .service files', 'missing'],
  ['darwin', 'read', 'unknown', 'User interaction is not allowed.', 'locked'],
  ['darwin', 'read', 'unknown', 'User canceled the operation.', 'locked'],
  ['darwin', 'read', 'unknown', 'The user name or passphrase you entered is not correct.', 'changed'],
  ['darwin', 'read', 'unknown', 'Unable to decode the provided data.', 'changed'],
  ['darwin', 'write', 'unknown', 'A default keychain could not be found.', 'missing'],
  ['darwin', 'read', 'unknown', 'No keychain is available. You may need to restart your computer.', 'missing'],
  ['darwin', 'read', 'unknown', 'An unknown error occurred.', 'changed'],
  ['win32', 'write', 'unknown', 'A specified logon session does not exist. It may already have been terminated.', 'missing'],
  ['win32', 'read', 'unknown', 'Key not valid for use in specified state.', 'changed'],
  ['win32', 'read', 'unknown', 'Zugriff verweigert', 'changed'],
  ['win32', 'write', 'unknown', 'Zugriff verweigert', 'missing'],
]

describe('classifyKeychainError', () => {
  it.each(rows)('%s %s, probed %s, "%s" is %s', (system, operation, probed, message, expected) => {
    expect(classifyKeychainError({ system, operation, probed, message })).toBe(expected)
  })
})
