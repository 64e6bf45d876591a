import './shell.css'
import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconFlask } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Me } from '../../contract/console-api'
import { mayUse, type ConsoleArea } from '../../contract/console-areas'
import { keepFocusIn } from '../../ui/keep-focus'
import { pictureAddress } from '../api/company-api'
import { isRefusal } from '../api/failure'
import { meQuery } from '../api/queries'
import { DeletionBanner } from '../company/deletion-banner'
import { Rich, useWords } from '../i18n/words'
import { HandedOverBanner } from '../identity/handed-over'
import markAddress from '../mark.svg'
import { ProductSwitcher } from '../products/product-switcher'
import { AccountMenu } from './account-menu'
import { Announcer } from './announcement'
import { ConnectionBanner } from './connection-banner'
import { FailureNotice } from './failure-notice'
import { leadToFirstFault } from './first-fault'
import { Navigation } from './navigation'
import { NotAllowedPage } from './not-allowed-page'
import { PageHeading } from './page-heading'
import { MeContext } from './session'

const contentId = 'content'

/** The company's picture, or the product's mark where it has none. */
function pictureOf(me: Me | undefined): string {
  const picture = me?.company.picture ?? null
  return picture === null ? markAddress : pictureAddress(picture)
}

/** What stands around every page of the console that needs a session. */
export function Shell({ area, children }: { area: ConsoleArea; children: ReactNode }) {
  const { t } = useWords()
  const me = useQuery(meQuery)
  const main = useRef<HTMLElement>(null)

  useEffect(() => (main.current === null ? undefined : keepFocusIn(main.current)), [])
  useEffect(leadToFirstFault, [])

  return (
    <MeContext value={me.data ?? null}>
      <Announcer>
        <a className="skip-link" href={`#${contentId}`}>
          {t('console.skip')}
        </a>
        <div className="console">
          <header className="console-header">
            <img src={pictureOf(me.data)} alt="" width={32} height={32} className="console-picture" />
            <div className="console-names">
              <Text fw={600} className="console-company">
                {me.data?.account.companyName ?? ' '}
              </Text>
              <Text size="xs" c="dimmed">
                {t('console.name')}
              </Text>
            </div>
            {me.data === undefined ? (
              <Skeleton height={32} width={32} circle />
            ) : (
              <>
                <ProductSwitcher />
                <AccountMenu />
              </>
            )}
          </header>
          <Navigation />
          <main ref={main} className="console-main" id={contentId} tabIndex={-1}>
            {me.data?.isSample === true && (
              <div className="banner banner-note">
                <IconFlask size={20} aria-hidden />
                <Text className="banner-text">
                  <Rich words="console.sample" parts={{ b: <strong /> }} />
                </Text>
              </div>
            )}
            {me.data !== undefined && <DeletionBanner />}
            {me.data !== undefined && <HandedOverBanner />}
            <ConnectionBanner />
            {me.data === undefined ? (
              me.isError &&
              !isRefusal(me.error, 'not-signed-in') && (
                <div className="reading">
                  <PageHeading documentTitle={t('console.name')}>{t('console.name')}</PageHeading>
                  <FailureNotice error={me.error} isRetrying={me.isFetching} onRetry={() => void me.refetch()} />
                </div>
              )
            ) : !mayUse(me.data.account.role, area) ? (
              <NotAllowedPage />
            ) : (
              children
            )}
          </main>
        </div>
      </Announcer>
    </MeContext>
  )
}
