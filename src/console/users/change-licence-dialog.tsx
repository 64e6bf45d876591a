import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import type { ConsoleUser } from '../../contract/console-api'
import { Dialog } from '../../ui/dialog'
import { licencesQuery } from '../api/queries'
import { Rich, useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { isoDate } from '../../ui/licence-state'
import { FailureNotice } from '../shell/failure-notice'
import { changeProblem } from './change-problem'
import { licenceChoices } from './licence-choices'
import { LicenceRadios } from './licence-radios'
import { useChangeLicence } from './use-change-licence'

interface ChangeLicenceDialogProps {
  /** Null while the dialog is closed. */
  user: ConsoleUser | null
  onClose: () => void
}

/** Gives a user another licence, or none. */
export function ChangeLicenceDialog({ user, onClose }: ChangeLicenceDialogProps) {
  const { t } = useWords()
  // While the dialog fades away it still shows the user that it was about.
  const [shown, setShown] = useState(user)
  if (user !== null && user !== shown) setShown(user)

  return (
    <Dialog
      isOpen={user !== null}
      onClose={onClose}
      title={t('changeLicence.title')}
      closeLabel={t('changeLicence.close')}
      width={480}
    >
      {shown !== null && <ChangeLicenceForm key={shown.id} user={shown} onClose={onClose} />}
    </Dialog>
  )
}

function ChangeLicenceForm({ user, onClose }: { user: ConsoleUser; onClose: () => void }) {
  const { t } = useWords()
  const licences = useQuery({ ...licencesQuery, staleTime: 0 })
  const changing = useChangeLicence()
  const currentId = user.licence?.id ?? null
  const [wantedId, setWantedId] = useState(currentId)

  const choices = licenceChoices(licences.data ?? [], currentId, isoDate(new Date(licences.dataUpdatedAt)))
  const wanted = choices.find((choice) => choice.licence.id === wantedId)
  const isChange = wantedId !== currentId && (wanted?.blocked ?? null) === null
  // What failed is named as it was asked for, even when another licence is chosen by then.
  const asked = choices.find((choice) => choice.licence.id === changing.variables?.licenceId)
  const problem =
    changing.error === null
      ? null
      : t(`changeLicence.problems.${changeProblem(changing.error)}`, {
          licence: asked?.licence.name ?? t('changeLicence.noLicence'),
        })

  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (isChange) changing.mutate({ user, licenceId: wantedId }, { onSuccess: onClose })
  }

  return (
    <form onSubmit={save}>
      <Stack gap="md">
        <Text>
          <Rich words="changeLicence.of" values={{ name: user.name }} parts={{ b: <strong /> }} />
        </Text>
        <ProblemAlert text={problem} />
        {licences.data !== undefined ? (
          <LicenceRadios choices={choices} hasNone={currentId === null} value={wantedId} onChange={setWantedId} />
        ) : licences.isError ? (
          <FailureNotice
            error={licences.error}
            isRetrying={licences.isFetching}
            onRetry={() => void licences.refetch()}
          />
        ) : (
          <Stack gap="xs" role="status" aria-label={t('changeLicence.loading')}>
            {[0, 1, 2, 3].map((row) => (
              <Skeleton key={row} height={56} />
            ))}
          </Stack>
        )}
        <Group gap="xs">
          <Button type="submit" disabled={!isChange} loading={changing.isPending}>
            {t('changeLicence.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('changeLicence.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
