import type { ScriptTokenMade } from '../api/script-tokens-api'
import { ShownOnce } from '../fields/shown-once'
import { useWords } from '../i18n/words'

/** The one time that a token is shown. */
export function TokenMade({ made, onClose }: { made: ScriptTokenMade; onClose: () => void }) {
  const { t } = useWords()
  return (
    <ShownOnce
      text={t('scriptTokens.made.text', { name: made.made.name })}
      label={t('scriptTokens.made.token')}
      value={made.token}
      inputClass="script-token-text"
      copyLabel={t('scriptTokens.made.copy')}
      onClose={onClose}
    />
  )
}
