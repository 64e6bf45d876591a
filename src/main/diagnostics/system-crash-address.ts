import { readSystemPolicy } from '../policy/system-policy'
import { confirmCrashAddress } from './crash-address'

/** Confirms a remembered address for crash reports by this computer's policy; see `confirmCrashAddress`. */
export function confirmSystemCrashAddress(remembered: string): Promise<string | null> {
  return confirmCrashAddress(remembered, readSystemPolicy)
}
