import type { HandOff } from '../../../../contract/user-management'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'

/** Why the console did not open, or can't be opened now. */
export function HandOffProblem({ reachable, handOff }: { reachable: boolean; handOff: HandOff['outcome'] | null }) {
  const { t } = useWords()
  if (!reachable) return <Message kind="warning">{t('handOff.unreachable')}</Message>
  if (handOff === 'failed') return <Message kind="problem">{t('handOff.failed')}</Message>
  if (handOff === 'refused') return <Message kind="problem">{t('handOff.refused')}</Message>
  return null
}
