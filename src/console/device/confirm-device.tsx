import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Account } from '../../contract/session'
import { answerDevice, type DeviceRequest } from '../api/device'
import { Rich, useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { PageHeading } from '../shell/page-heading'
import { userCodeText } from '../../contract/user-code'
import { useDeviceProblemText } from './use-device-problem-text'

export type DeviceAnswer = 'allow' | 'refuse'

interface ConfirmDeviceProps {
  device: DeviceRequest
  /** Who is signed in in this browser, and would be on the device. */
  account: Account
  onAnswered: (answer: DeviceAnswer) => void
}

/** Shows which device asks and as whom it would be signed in; nothing happens without a yes (RFC 8628 §5.4). */
export function ConfirmDevice({ device, account, onAnswered }: ConfirmDeviceProps) {
  const { t } = useWords()
  const problemText = useDeviceProblemText()
  const answering = useMutation({
    mutationFn: (answer: DeviceAnswer) => answerDevice({ code: device.code, answer }),
    onSuccess: (_done, answer) => onAnswered(answer),
  })
  const isBusy = answering.isPending || answering.isSuccess
  const bold = { b: <strong className="breakable" /> }

  return (
    <>
      <PageHeading documentTitle={t('device.confirm.title')}>{t('device.confirm.title')}</PageHeading>
      <Text>
        {device.computerName === null ? (
          t('device.confirm.unnamed')
        ) : (
          <Rich words="device.confirm.named" values={{ computer: device.computerName }} parts={bold} />
        )}
      </Text>
      <Text>
        <Rich words="device.confirm.as" values={{ name: account.name, email: account.email }} parts={bold} />
      </Text>
      <div className="device-code">
        <Text size="sm">{t('device.confirm.compare')}</Text>
        <strong className="device-code-text">{userCodeText(device.code)}</strong>
      </div>
      <div className="banner banner-note device-warning">
        <IconAlertTriangle size={20} aria-hidden />
        <Text className="banner-text" size="sm">
          {t('device.confirm.warning')}
        </Text>
      </div>
      <Stack gap="md">
        <ProblemAlert text={answering.error === null ? null : problemText(answering.error)} />
        <Group grow>
          <Button loading={isBusy && answering.variables === 'allow'} disabled={isBusy} onClick={() => answering.mutate('allow')}>
            {t('device.confirm.allow')}
          </Button>
          <Button
            variant="default"
            loading={isBusy && answering.variables === 'refuse'}
            disabled={isBusy}
            onClick={() => answering.mutate('refuse')}
          >
            {t('device.confirm.refuse')}
          </Button>
        </Group>
      </Stack>
    </>
  )
}
