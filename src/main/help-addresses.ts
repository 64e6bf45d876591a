import type { HelpTopic } from '../contract/channels'

/** The public pages that the client links to. The page names a topic; only main knows the address. */
export const helpAddresses: Readonly<Record<HelpTopic, string>> = {
  'user-management-moved': 'https://github.com/parley-meet/parley/blob/main/docs/user-management.md',
  licences: 'https://github.com/parley-meet/parley/blob/main/docs/user-management.md#licences',
  'source-code': 'https://github.com/parley-meet/parley',
  'licence-text': 'https://www.apache.org/licenses/LICENSE-2.0',
}
