import { Text, TextInput } from '@mantine/core'
import { useId } from 'react'
import { isOnThisComputer } from '../api/on-this-computer'
import { useWords } from '../i18n/words'
import { CopyLinkButton } from '../invitations/copy-link-button'

/** Where the workspace is, who reaches it, and who takes care of it. */
export function WorkspacePlace() {
  const { t } = useWords()
  const id = useId()
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('place.title')}</h2>
      {isOnThisComputer() ? (
        <>
          <Text>{t('place.here')}</Text>
          <Text>{t('place.hereData')}</Text>
          <Text>{t('place.hereOthers')}</Text>
        </>
      ) : (
        <>
          <Text>{t('place.elsewhere')}</Text>
          <div className="place-address">
            <TextInput
              label={t('place.address')}
              value={window.location.origin}
              readOnly
              dir="ltr"
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyLinkButton link={window.location.origin} label={t('joined.copy')} text={t('joined.copy')} />
          </div>
          <Text c="dimmed">{t('place.runBy')}</Text>
        </>
      )}
    </section>
  )
}
