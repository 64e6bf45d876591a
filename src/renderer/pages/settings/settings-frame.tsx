import type { ReactNode } from 'react'
import { Message } from '../../controls/message'
import { useWords } from '../../i18n/words'
import { PageHeading } from '../../shell/page-heading'
import section from './section.module.css'

interface SettingsFrameProps {
  title: string
  /** Whether the last change could not be kept. */
  failed: boolean
  children: ReactNode
}

/** A page of settings that apply as they are chosen: there is no button to save. */
export function SettingsFrame({ title, failed, children }: SettingsFrameProps) {
  const { t } = useWords()
  return (
    <div className={section['page']}>
      <PageHeading title={title} />
      <p className={section['quiet']}>{t('settings.hint')}</p>
      {failed && <Message kind="problem">{t('settings.notSaved')}</Message>}
      {children}
    </div>
  )
}
