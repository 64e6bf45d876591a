import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react'
import { failureProblem, isUnanswered } from '../api/failure'
import { useWords } from '../i18n/words'

interface FailureNoticeProps {
  error: unknown
  isRetrying: boolean
  onRetry: () => void
}

/** In place of something that couldn't be loaded: why, and another try. */
export function FailureNotice({ error, isRetrying, onRetry }: FailureNoticeProps) {
  const { t } = useWords()
  const isUnreachable = isUnanswered(error)
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      className="notice"
      icon={isUnreachable ? <IconPlugConnectedX aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={t('failures.title')}
    >
      <Stack gap="sm" align="flex-start">
        <Text>{t(`failures.${failureProblem(error)}`)}</Text>
        <Group>
          <Button variant="default" loading={isRetrying} onClick={onRetry}>
            {t('connection.retry')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
