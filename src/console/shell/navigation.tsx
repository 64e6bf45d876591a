import {
  IconBuilding,
  IconGridDots,
  IconHistory,
  IconKey,
  IconLicense,
  IconListCheck,
  IconMailPlus,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'
import { use, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { mayUse } from '../../contract/console-areas'
import { useWords } from '../i18n/words'
import { loadPageAt } from '../routes/pages'
import { paths } from '../routes/paths'
import { MeContext } from './session'

const entries = [
  { path: paths.users, word: 'navigation.users', area: 'users', Icon: IconUsers },
  { path: paths.licences, word: 'navigation.licences', area: 'licences', Icon: IconLicense },
  { path: paths.invitations, word: 'navigation.invitations', area: 'invitations', Icon: IconMailPlus },
  { path: paths.jobs, word: 'navigation.jobs', area: 'users', Icon: IconListCheck },
  { path: paths.events, word: 'navigation.events', area: 'events', Icon: IconHistory },
  { path: paths.company, word: 'navigation.company', area: 'company', Icon: IconBuilding },
  { path: paths.products, word: 'navigation.products', area: 'products', Icon: IconGridDots },
  { path: paths.ownAccount, word: 'navigation.ownAccount', area: 'ownAccount', Icon: IconUserCircle },
  { path: paths.scriptTokens, word: 'navigation.scriptTokens', area: 'scriptTokens', Icon: IconKey },
] as const

/** The console's pages. */
export function Navigation() {
  const { t, language } = useWords()
  const [current] = useLocation()
  const list = useRef<HTMLUListElement>(null)
  const role = use(MeContext)?.account.role
  // Until it is known who is signed in, what everybody there may use is shown.
  const offered = entries.filter(({ area }) => mayUse(role ?? 'user-manager', area))
  // In narrow windows the entries are scrolled through: that there are others on both sides is seen. More of them come with the role.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current, role, language])
  return (
    <nav className="navigation" aria-label={t('console.name')}>
      <ul ref={list}>
        {offered.map(({ path, word, Icon }) => (
          <li key={path}>
            <Link
              href={path}
              className="navigation-entry"
              aria-current={standing(path, current)}
              onPointerEnter={() => void loadPageAt(path)}
              onFocus={() => void loadPageAt(path)}
            >
              <Icon size={20} aria-hidden />
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The page itself, or one of those that belong to it. */
function standing(path: string, current: string): 'page' | true | undefined {
  if (current === path) return 'page'
  if (current === paths.import && path === paths.users) return true
  return current.startsWith(`${path === paths.users ? paths.user : path}/`) ? true : undefined
}
