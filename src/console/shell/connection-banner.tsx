import { Button, Text } from '@mantine/core'
import { type QueryClient, useIsFetching, useQueryClient } from '@tanstack/react-query'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useCallback, useSyncExternalStore } from 'react'
import { isUnanswered } from '../api/failure'
import { isOnThisComputer } from '../api/on-this-computer'
import { useWords } from '../i18n/words'

/** True when what people see may be old because the workspace doesn't answer. What shows nothing says so itself. */
function showsOldFigures(client: QueryClient): boolean {
  const failed = client
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ state }) => state.status === 'error' && isUnanswered(state.error))
  return failed.length > 0 && failed.every(({ state }) => state.data !== undefined)
}

/** Says that the workspace doesn't answer, and tries again. */
export function ConnectionBanner() {
  const { t } = useWords()
  const client = useQueryClient()
  const isFetching = useIsFetching() > 0
  const subscribe = useCallback((onChange: () => void) => client.getQueryCache().subscribe(onChange), [client])
  const isShown = useSyncExternalStore(subscribe, () => showsOldFigures(client))

  return (
    <div role="status">
      {isShown && (
        <div className="banner banner-warning">
          <IconPlugConnectedX size={20} aria-hidden />
          <Text className="banner-text">
            <strong>{t('connection.unreachable')}</strong> {t(isOnThisComputer() ? 'connection.explanation-here' : 'connection.explanation')}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            loading={isFetching}
            onClick={() => void client.refetchQueries({ type: 'active' })}
          >
            {t('connection.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}
