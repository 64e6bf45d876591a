import { Button, Text } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import type { CompanySettings } from '../../contract/company'
import { pictureAddress, setPicture } from '../api/company-api'
import { RequestFailed } from '../api/failure'
import { fetchPicture } from '../api/fetch-picture'
import { useWords } from '../i18n/words'
import { PictureButton } from '../pictures/picture-button'
import { type CompanyAct, useChangeCompany } from './use-change-company'

/** The company's picture, which stands above every page. */
export function CompanyPicture({ picture }: Pick<CompanySettings, 'picture'>) {
  const { t } = useWords()
  const changing = useChangeCompany()

  // The picture of before is read first, so that it can come back.
  async function change(wanted: Blob | null): Promise<CompanyAct> {
    const before = picture === null ? null : await fetchPicture(pictureAddress(picture))
    return {
      run: () => setPicture(wanted),
      done: t(wanted === null ? 'company.pictureRemoved' : 'company.pictureSaved'),
      undo: { run: () => setPicture(before), done: t('company.undone') },
    }
  }

  async function choose(scaled: Blob | null): Promise<void> {
    const notAPicture = { kind: 'refused', error: 'not-a-picture', fields: [], waitSeconds: null } as const
    changing.mutate(
      scaled === null
        ? { run: () => Promise.reject(new RequestFailed(notAPicture)), done: '' }
        : await change(scaled),
    )
  }

  return (
    <div className="company-picture">
      {picture === null ? (
        <span className="company-picture-frame">
          <IconBuilding size={40} aria-hidden />
        </span>
      ) : (
        <img className="company-picture-frame" src={pictureAddress(picture)} alt={t('company.picture')} width={96} height={96} />
      )}
      <div className="company-picture-choice">
        <div className="company-picture-buttons">
          <PictureButton
            label={t(picture === null ? 'company.choosePicture' : 'company.changePicture')}
            onChosen={(chosen) => void choose(chosen)}
            loading={changing.isPending}
          />
          {picture !== null && (
            <Button variant="subtle" disabled={changing.isPending} onClick={() => void change(null).then(changing.mutate)}>
              {t('company.removePicture')}
            </Button>
          )}
        </div>
        <Text size="sm" c="dimmed">
          {t('company.pictureHint')}
        </Text>
      </div>
    </div>
  )
}
