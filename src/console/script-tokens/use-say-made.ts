import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ScriptToken } from '../../contract/script-tokens'
import { revokeScriptToken, scriptTokensQuery } from '../api/script-tokens-api'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'

/** Gives the function that says that a token was made, and offers to take that back: it is revoked then. */
export function useSayMade(): (token: ScriptToken) => void {
  const { t } = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const revoking = useMutation({
    mutationFn: ({ id }: ScriptToken) => revokeScriptToken(id),
    onSuccess: (_, { name }) => announce({ outcome: 'done', text: t('scriptTokens.made.undone', { name }) }),
    onError: () => announce({ outcome: 'failed', text: t('scriptTokens.problems.failed') }),
    onSettled: () => client.invalidateQueries({ queryKey: scriptTokensQuery.queryKey }),
  })
  return (token) =>
    announce({
      outcome: 'done',
      text: t('scriptTokens.made.said', { name: token.name }),
      action: { label: t('changeLicence.undo'), run: () => revoking.mutate(token) },
    })
}
