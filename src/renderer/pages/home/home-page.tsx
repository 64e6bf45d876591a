import { IconChevronRight } from '@tabler/icons-react'
import type { PlainPage } from '../../../contract/routes'
import type { Role } from '../../../contract/session'
import { useWords, type Word } from '../../i18n/words'
import { PageHeading } from '../../shell/page-heading'
import { pageHref } from '../../shell/use-page'
import { useAppState } from '../../state/client'
import styles from './home-page.module.css'

interface Card {
  page: PlainPage
  title: Word
  text: Word
  action: Word
  roles: ReadonlySet<Role>
}

const everyone: ReadonlySet<Role> = new Set<Role>(['administrator', 'user-manager', 'member'])

/** What works in this version, most useful first. */
const cards: readonly Card[] = [
  {
    page: 'settings.user-management',
    title: 'home.usersTitle',
    text: 'home.usersText',
    action: 'home.usersAction',
    roles: new Set<Role>(['administrator', 'user-manager']),
  },
  {
    page: 'settings.appearance',
    title: 'home.appearanceTitle',
    text: 'home.appearanceText',
    action: 'home.appearanceAction',
    roles: everyone,
  },
  {
    page: 'settings.account',
    title: 'home.accountTitle',
    text: 'home.accountText',
    action: 'home.accountAction',
    roles: everyone,
  },
]

export default function HomePage() {
  const { t } = useWords()
  const account = useAppState((state) => (state.session.state === 'signed-out' ? null : state.session.account))
  if (account === null) return null
  return (
    <div className={styles['page']}>
      <header>
        <PageHeading title={t('navigation.home')}>{t('home.greeting', { name: account.name })}</PageHeading>
        <p className={styles['quiet']}>{t('home.introduction', { company: account.companyName })}</p>
      </header>
      <section className={styles['section']}>
        <h2>{t('home.nowTitle')}</h2>
        <ul className={styles['cards']}>
          {cards
            .filter((card) => account.role === null || card.roles.has(account.role))
            .map((card) => (
              <li key={card.page} className={styles['card']}>
                <h3>{t(card.title)}</h3>
                <p className={styles['quiet']}>{t(card.text)}</p>
                <a className={styles['action']} href={pageHref(card.page)}>
                  {t(card.action)}
                  <IconChevronRight size={16} stroke={2} aria-hidden />
                </a>
              </li>
            ))}
        </ul>
      </section>
      <section className={styles['section']}>
        <h2>{t('home.laterTitle')}</h2>
        <p className={styles['quiet']}>{t('home.laterText')}</p>
      </section>
    </div>
  )
}
