import type { WorkspaceKind } from '../../../contract/accounts'
import type { Word } from '../../i18n/words'

/** What each kind of workspace is called. */
export const placeWords: Readonly<Record<WorkspaceKind, Word>> = {
  'this-computer': 'place.thisComputer',
  'self-hosted': 'place.selfHosted',
  teamviewer: 'place.teamviewer',
}
