import type { HelpTopic } from '../contract/channels'
import { helpPath } from '../contract/page-paths'

/**
 * The address of a help topic. The page names a topic; only main knows the address.
 *
 * @param workspaceAddress Origin of the workspace, which serves the help pages, or null while it is not up.
 * @returns The address, or null when there is none now.
 */
export function helpAddress(topic: HelpTopic, workspaceAddress: string | null): string | null {
  if (topic === 'licence-text') return 'https://www.apache.org/licenses/LICENSE-2.0'
  if (workspaceAddress === null) return null
  const page = new URL(helpPath, workspaceAddress)
  if (topic === 'licences') page.hash = 'licences'
  return page.href
}
