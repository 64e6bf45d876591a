import { useWords } from '../../i18n/words'
import { useAppState } from '../../state/client'

/** What is said once an invitation was copied, and who can't open its link. */
export function useCopiedWords(): string {
  const { t } = useWords()
  const opensElsewhere = useAppState(({ accounts }) => accounts.capabilities.linksElsewhere)
  return opensElsewhere ? t('meetings.invitationCopied') : `${t('meetings.invitationCopied')} ${t('meetings.linkHere')}`
}
