import './device.css'
import { Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { DeviceRequest } from '../api/device'
import { isRefusal } from '../api/failure'
import { meQuery } from '../api/queries'
import { Rich, useWords } from '../i18n/words'
import { IdentityFrame } from '../identity/identity-frame'
import { useOtherAccount } from '../identity/use-other-account'
import { paths } from '../routes/paths'
import { FailureNotice } from '../shell/failure-notice'
import { HasMoved, PageHeading } from '../shell/page-heading'
import { CodeForm } from './code-form'
import { ConfirmDevice, type DeviceAnswer } from './confirm-device'

/** Signs Parley in on another device, by the code that it shows there (RFC 8628 §3.3). */
export function DevicePage() {
  const { t } = useWords()
  const search = useSearch()
  const me = useQuery(meQuery)
  const [code] = useState(() => (new URLSearchParams(search).get('user_code') ?? '').slice(0, 40))
  const [device, setDevice] = useState<DeviceRequest | null>(null)
  const [answer, setAnswer] = useState<DeviceAnswer | null>(null)
  const otherAccount = useOtherAccount(paths.device, search, null)

  if (answer !== null) return <Answered answer={answer} />
  if (me.data !== undefined && device !== null) {
    return (
      <IdentityFrame>
        {/* It takes the place of the form, as another page would: the heading takes the focus. */}
        <HasMoved value={true}>
          <ConfirmDevice device={device} account={me.data.account} onAnswered={setAnswer} />
        </HasMoved>
      </IdentityFrame>
    )
  }

  return (
    <IdentityFrame>
      <PageHeading documentTitle={t('device.title')}>{t('device.title')}</PageHeading>
      {me.data !== undefined ? (
        <>
          <Text>{t('device.introduction')}</Text>
          <CodeForm code={code} onFound={setDevice} />
          <Text size="sm" c="dimmed">
            <Rich
              words="device.signedInAs"
              values={{ name: me.data.account.name, email: me.data.account.email }}
              parts={{ b: <strong className="breakable" /> }}
            />
          </Text>
          {otherAccount.hasFailed && <Text role="alert">{t('accountMenu.signOutFailed')}</Text>}
          <Button variant="subtle" loading={otherAccount.isLeaving} onClick={otherAccount.leave}>
            {t('device.otherAccount')}
          </Button>
        </>
      ) : me.isError && !isRefusal(me.error, 'not-signed-in') ? (
        <FailureNotice error={me.error} isRetrying={me.isFetching} onRetry={() => void me.refetch()} />
      ) : (
        <Skeleton height={160} />
      )}
    </IdentityFrame>
  )
}

function Answered({ answer }: { answer: DeviceAnswer }) {
  const { t } = useWords()
  const room = answer === 'allow' ? 'device.allowed' : 'device.refused'
  return (
    <IdentityFrame>
      <HasMoved value={true}>
        <PageHeading key={answer} documentTitle={t(`${room}.title`)}>
          {t(`${room}.title`)}
        </PageHeading>
      </HasMoved>
      <Text>{t(`${room}.text`)}</Text>
    </IdentityFrame>
  )
}
