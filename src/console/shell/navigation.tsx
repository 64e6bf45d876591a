import { IconLicense, IconUsers } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'

const entries = [
  { path: paths.users, word: 'navigation.users', Icon: IconUsers },
  { path: paths.licences, word: 'navigation.licences', Icon: IconLicense },
] as const

/** The console's pages. */
export function Navigation() {
  const { t } = useWords()
  const [current] = useLocation()
  return (
    <nav className="navigation" aria-label={t('console.name')}>
      <ul>
        {entries.map(({ path, word, Icon }) => (
          <li key={path}>
            <Link href={path} className="navigation-entry" aria-current={current === path ? 'page' : undefined}>
              <Icon size={20} aria-hidden />
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
