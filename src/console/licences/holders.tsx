import { Anchor, Button, Skeleton, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { Link } from 'wouter'
import { usersViewSchema } from '../../contract/console-api'
import type { Licence } from '../../contract/licence'
import { noFilter, toParameters } from '../../contract/users-filter'
import { isRefusal } from '../api/failure'
import { MoreButton } from '../fields/more-button'
import { useWords } from '../i18n/words'
import { paths, userPath } from '../routes/paths'
import { FailureNotice } from '../shell/failure-notice'
import { useChangeLicence } from '../users/use-change-licence'
import { useUsersList } from '../users/use-users-list'
import { EmailCell } from '../users/user-cells'

/** Who has a licence; it can be taken back from each, and that can be undone. */
export function Holders({ licence }: { licence: Licence }) {
  const { t } = useWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const { list, users } = useUsersList(usersViewSchema.parse({ search, licences: [licence.id] }))
  const changing = useChangeLicence()
  return (
    <section className="part" aria-labelledby={id}>
      <div className="licence-head">
        <h2 id={id}>{t('licences.holdersTitle')}</h2>
        <Anchor
          component={Link}
          href={`${paths.users}?${toParameters({ ...noFilter, licences: [licence.id] }).toString()}`}
        >
          {t('licences.holdersInUsers')}
        </Anchor>
      </div>
      <TextInput
        role="searchbox"
        aria-label={t('licences.searchHolders')}
        placeholder={t('users.searchHint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
      />
      {users === null ? (
        list.isError ? (
          !isRefusal(list.error, 'not-signed-in') && (
            <FailureNotice error={list.error} isRetrying={list.isFetching} onRetry={() => void list.refetch()} />
          )
        ) : (
          <Skeleton height={240} role="status" aria-label={t('users.loading')} />
        )
      ) : users.length === 0 ? (
        <Text c="dimmed" role="status">
          {search === '' ? t('licences.nobody') : t('users.noMatch.title', { search })}
        </Text>
      ) : (
        <ul className="part-list" aria-label={t('licences.holdersTitle')} aria-busy={list.isPlaceholderData}>
          {users.map((user) => (
            <li key={user.id}>
              <div className="part-entry">
                <Anchor component={Link} href={userPath(user.id)} fw={600} className="breakable name-link">
                  {user.name}
                </Anchor>
                <Text size="sm" c="dimmed" className="breakable">
                  {user.active ? <EmailCell email={user.email} /> : t('licences.people.inactive', { email: user.email })}
                </Text>
              </div>
              <Button
                variant="default"
                size="compact-md"
                aria-label={t('licences.takeBackFrom', { name: user.name })}
                loading={changing.isPending && changing.variables.user.id === user.id}
                onClick={() => changing.mutate({ user, change: { give: [], takeBack: [licence.id] } })}
              >
                {t('userPage.licences.takeBack')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <MoreButton label={t('licences.moreHolders')} list={list} />
    </section>
  )
}
