import { useState } from 'react'
import type { AuthorityAdded } from '../../../../contract/network'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords, type Word } from '../../../i18n/words'
import { useAppState, useClient, useManaged } from '../../../state/client'
import { useNow } from '../../../state/use-now'
import { ManagedHint } from '../managed-hint'
import section from '../section.module.css'
import { Setting } from '../setting'
import { regionOf } from '../../../../ui/region'
import styles from './network-page.module.css'

const problems: Readonly<Record<Exclude<AuthorityAdded, 'added' | 'cancelled'>, Word>> = {
  known: 'network.authorityKnown',
  'not-readable': 'network.authorityUnread',
  'not-an-authority': 'network.authorityNone',
  'not-valid': 'network.authorityDates',
  constrained: 'network.authorityConstrained',
}

/** The certificate authorities that Parley trusts besides the system's. */
export function AuthoritiesSection() {
  const { t, language } = useWords()
  const now = useNow(60_000)
  const { bridge } = useClient()
  const authorities = useAppState((state) => state.network.authorities)
  const isManaged = useManaged('network.authorities')
  const [outcome, setOutcome] = useState<AuthorityAdded | 'failed' | null>(null)
  const dates = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'long' })

  const add = () =>
    bridge.invoke('network.addAuthority').then(
      (added) => setOutcome(added === 'cancelled' ? null : added),
      () => setOutcome('failed'),
    )
  const remove = (fingerprint: string) =>
    bridge.invoke('network.removeAuthority', fingerprint).then(
      () => setOutcome(null),
      () => setOutcome('failed'),
    )

  return (
    <Setting name="network.authorities">
      <section className={section['section']}>
        <h2>{t('network.authorities')}</h2>
        <p className={section['quiet']}>{t('network.authoritiesText')}</p>
        {authorities.length > 0 && (
          <ul className={styles['authorities']}>
            {authorities.map(({ fingerprint, name, until }) => (
              <li key={fingerprint} className={styles['authority']}>
                <span className={styles['names']}>
                  <bdi className={styles['name']}>{name}</bdi>
                  <span className={section['small']}>{t(until < now ? 'network.authorityOver' : 'network.authorityUntil', { date: dates.format(until) })}</span>
                </span>
                {!isManaged && (
                  <Button look="quiet" aria-label={t('network.removeWhich', { name })} onClick={() => void remove(fingerprint)}>
                    {t('network.remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        {isManaged ? (
          <ManagedHint />
        ) : (
          <div className={section['row']}>
            <Button onClick={() => void add()}>{t('network.add')}</Button>
          </div>
        )}
        <div role="status" className={styles['status']}>
          {outcome === 'added' && <Message kind="good">{t('network.authorityAdded')}</Message>}
        </div>
        {outcome === 'failed' && <Message kind="problem">{t('settings.notSaved')}</Message>}
        {outcome !== null && outcome !== 'failed' && outcome !== 'added' && outcome !== 'cancelled' && (
          <Message kind="problem">{t(problems[outcome])}</Message>
        )}
      </section>
    </Setting>
  )
}
