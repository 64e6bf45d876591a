import { emptyPolicy, parsePolicy, type Policy } from './parse'

/** Where group policy writes: only administrators can. */
export const policyKey = 'HKLM\\Software\\Policies\\Parley'

/**
 * Reads what `reg.exe query KEY /s` printed. A value's name is the entry's dotted name; `REG_DWORD` is a number, or for
 * a switch 0 and 1; `REG_SZ` is a text; `REG_MULTI_SZ` is a list.
 *
 * @param output The command's standard output, or null when there is no such key.
 */
export function parseRegistry(output: string | null): Policy {
  if (output === null) return emptyPolicy
  const entries: Record<string, unknown> = {}
  for (const line of output.split(/\r?\n/)) {
    const [, name, type, value] = /^ {4}(\S+) {4}(REG_\w+) {4}(.*)$/.exec(line) ?? []
    if (name === undefined || type === undefined || value === undefined) continue
    const read = readValue(type, value)
    // The name's value is tried as a number first, and as a switch where the entry is one.
    entries[name] = typeof read === 'number' && (read === 0 || read === 1) && isSwitch(name) ? read === 1 : read
  }
  return parsePolicy(entries, policyKey)
}

function isSwitch(name: string): boolean {
  return parsePolicy({ [name]: true }, policyKey).values.has(name)
}

function readValue(type: string, value: string): unknown {
  if (type === 'REG_DWORD' || type === 'REG_QWORD') return Number(value)
  if (type === 'REG_MULTI_SZ') return value === '' ? [] : value.split('\\0')
  return type === 'REG_SZ' || type === 'REG_EXPAND_SZ' ? value : undefined
}
