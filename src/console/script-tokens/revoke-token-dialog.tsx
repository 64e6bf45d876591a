import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ScriptToken } from '../../contract/script-tokens'
import { Dialog } from '../../ui/dialog'
import { revokeScriptToken, scriptTokensQuery } from '../api/script-tokens-api'
import { destructive } from '../fields/form-end'
import { useLastShown } from '../fields/use-last-shown'
import { useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { useAnnounce } from '../shell/announcement'

/** Asks before a token is revoked, which can't be taken back. @param token Null while the dialog is closed. */
export function RevokeTokenDialog({ token, onClose }: { token: ScriptToken | null; onClose: () => void }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const client = useQueryClient()
  const shown = useLastShown(token)
  const revoking = useMutation({
    mutationFn: ({ id }: ScriptToken) => revokeScriptToken(id),
    onSuccess: (_, { name }) => {
      announce({ outcome: 'done', text: t('scriptTokens.revoked', { name }) })
      onClose()
    },
    onSettled: () => client.invalidateQueries({ queryKey: scriptTokensQuery.queryKey }),
  })
  return (
    <Dialog
      isOpen={token !== null}
      onClose={onClose}
      title={t('scriptTokens.revokeTitle')}
      closeLabel={t('scriptTokens.close')}
      width={440}
    >
      {shown !== null && (
        <Stack gap="md">
          <ProblemAlert text={revoking.error === null ? null : t('scriptTokens.problems.failed')} />
          <Text>{t('scriptTokens.revokeText', { name: shown.name })}</Text>
          <Group gap="xs">
            <Button color={destructive} loading={revoking.isPending} onClick={() => revoking.mutate(shown)}>
              {t('scriptTokens.revoke')}
            </Button>
            <Button variant="default" data-autofocus onClick={onClose}>
              {t('cancel')}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}
