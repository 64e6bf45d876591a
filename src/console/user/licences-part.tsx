import { Button, Text } from '@mantine/core'
import { useId, useState } from 'react'
import type { ConsoleUser } from '../../contract/console-api'
import type { UserPage } from '../../contract/console-users'
import { isMeetingProduct } from '../../contract/licence'
import { useWords } from '../i18n/words'
import { ChangeLicenceDialog } from '../users/change-licence-dialog'
import { useEndedLicences } from '../users/ended-licences'
import { useChangeLicence } from '../users/use-change-licence'

/** The licences that the user has seats of, side by side; each can be taken back, others given. */
export function LicencesPart({ user }: { user: UserPage['user'] }) {
  const { t } = useWords()
  const id = useId()
  const changing = useChangeLicence()
  const ended = useEndedLicences()
  const [opened, setOpened] = useState<ConsoleUser | null>(null)
  const nameOf = ({ id: licenceId, name }: { id: string; name: string }) => {
    const why = ended.get(licenceId)
    return why === undefined ? name : t(`users.licenceEnded.${why}`, { name })
  }
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('userPage.licences.title')}</h2>
      {user.licences.length === 0 ? (
        <Text c="dimmed">{t('userPage.licences.none', { name: user.name })}</Text>
      ) : (
        <ul className="part-list">
          {user.licences.map((licence) => (
            <li key={licence.id}>
              <div className="part-entry">
                <Text fw={600} className="breakable">
                  {nameOf(licence)}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(isMeetingProduct(licence.product) ? 'changeLicence.legend' : 'userPage.licences.other')}
                </Text>
              </div>
              <Button
                variant="default"
                size="compact-md"
                aria-label={t('userPage.licences.takeBackNamed', { licence: licence.name })}
                loading={changing.isPending && changing.variables.change.takeBack.includes(licence.id)}
                onClick={() => changing.mutate({ user, change: { give: [], takeBack: [licence.id] } })}
              >
                {t('userPage.licences.takeBack')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" className="part-action" aria-haspopup="dialog" onClick={() => setOpened(user)}>
        {t('userPage.licences.change')}
      </Button>
      <ChangeLicenceDialog user={opened} onClose={() => setOpened(null)} />
    </section>
  )
}
