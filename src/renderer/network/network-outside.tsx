import '../look/mantine-styles'
import { Look } from '../../ui/look'
import { useKeptFocus } from '../controls/use-kept-focus'
import { useWords } from '../i18n/words'
import NetworkPage from '../pages/settings/network/network-page'
import styles from './network-outside.module.css'

/** The network's settings for who is not signed in: it may take them to reach the workspace at all. */
export default function NetworkOutside() {
  const { t, language } = useWords()
  const page = useKeptFocus<HTMLElement>()
  return (
    <Look colorScheme="auto" language={language}>
      <main ref={page} className={styles['page']}>
        <a className={styles['back']} href="#/">
          {t('network.back')}
        </a>
        <NetworkPage />
      </main>
    </Look>
  )
}
