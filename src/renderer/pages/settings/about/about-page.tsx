import { useEffect, useState } from 'react'
import type { AppInfo } from '../../../../contract/app-state'
import { OutsideLink } from '../../../controls/button'
import { Fact, Facts } from '../../../controls/facts'
import { useWords } from '../../../i18n/words'
import { Logo } from '../../../shell/logo'
import { PageHeading } from '../../../shell/page-heading'
import { useClient } from '../../../state/client'
import section from '../section.module.css'
import styles from './about-page.module.css'
import { UpdatesSection } from './updates-section'

function useAppInfo(): AppInfo | null {
  const { bridge } = useClient()
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => {
    bridge.invoke('app.info').then(setInfo, () => {})
  }, [bridge])
  return info
}

function Details({ info }: { info: AppInfo }) {
  const { t } = useWords()
  return (
    <section className={section['section']}>
      <h2>{t('about.details')}</h2>
      <Facts>
        <Fact name={t('about.electron')}>{info.electron}</Fact>
        <Fact name={t('about.chromium')}>{info.chromium}</Fact>
        <Fact name={t('about.node')}>{info.node}</Fact>
        <Fact name={t('about.system')}>{info.system}</Fact>
        <Fact name={t('about.dataFolder')}>{info.dataFolder}</Fact>
      </Facts>
    </section>
  )
}

export default function AboutPage() {
  const { t } = useWords()
  const { bridge } = useClient()
  const info = useAppInfo()
  return (
    <div className={section['page']}>
      <PageHeading title={t('settings.about')} />
      <div className={styles['product']}>
        <Logo />
        <div>
          <p className={styles['name']}>Parley</p>
          <p className={section['quiet']}>{info === null ? '\u00a0' : t('about.version', { version: info.version })}</p>
        </div>
      </div>
      <div className={section['section']}>
        <p>{t('about.licence')}</p>
        <p>{t('about.independent')}</p>
        <p>
          <OutsideLink onClick={() => void bridge.invoke('help.open', 'licence-text').catch(() => {})}>
            {t('about.licenceText')}
          </OutsideLink>
        </p>
      </div>
      <UpdatesSection />
      {info !== null && <Details info={info} />}
    </div>
  )
}
