import { Checkbox, Skeleton, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { usersViewSchema, type ConsoleUser } from '../../contract/console-api'
import type { Licence } from '../../contract/licence'
import { useWords } from '../i18n/words'
import { FailureNotice } from '../shell/failure-notice'
import { inOneLine } from '../users/licence-names'
import { useUsersList } from '../users/use-users-list'

/** People that are offered at once; whoever looks for others goes on typing. */
const offered = 20

interface PeoplePickerProps {
  /** What they are to be given. */
  licence: Licence
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
}

/** Looks for people by name or e-mail and chooses some of them. Who was chosen stays so while others are looked for. */
export function PeoplePicker({ licence, chosen, onChoose }: PeoplePickerProps) {
  const { t, language } = useWords()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const { list, users } = useUsersList(usersViewSchema.parse({ search }))
  const [known, setKnown] = useState<readonly ConsoleUser[]>([])
  const others = known.filter(({ id }) => chosen.includes(id) && users?.some((user) => user.id === id) !== true)
  const shown = [...others, ...(users ?? []).slice(0, offered)]

  const toggle = (user: ConsoleUser) => {
    if (chosen.includes(user.id)) {
      onChoose(chosen.filter((id) => id !== user.id))
      return
    }
    setKnown([...known.filter(({ id }) => id !== user.id), user])
    onChoose([...chosen, user.id])
  }

  return (
    <div className="people-picker">
      <TextInput
        role="searchbox"
        label={t('licences.people.search')}
        placeholder={t('users.searchHint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      {users === null ? (
        list.isError ? (
          <FailureNotice error={list.error} isRetrying={list.isFetching} onRetry={() => void list.refetch()} />
        ) : (
          <Skeleton height={240} role="status" aria-label={t('users.loading')} />
        )
      ) : shown.length === 0 ? (
        <Text c="dimmed" role="status">
          {t('users.noMatch.title', { search })}
        </Text>
      ) : (
        <ul className="people-choices" aria-label={t('licences.people.list')} tabIndex={0}>
          {shown.map((user) => {
            const hasIt = user.licences.some(({ id }) => id === licence.id)
            return (
              <li key={user.id}>
                <Checkbox
                  label={user.name}
                  description={
                    hasIt
                      ? t('licences.people.hasIt', { email: user.email })
                      : user.licences.length === 0
                        ? user.email
                        : t('licences.people.has', { email: user.email, licences: inOneLine(user.licences, language) })
                  }
                  disabled={hasIt}
                  checked={chosen.includes(user.id)}
                  onChange={() => toggle(user)}
                />
              </li>
            )
          })}
        </ul>
      )}
      {(users?.length ?? 0) > offered && (
        <Text size="xs" c="dimmed">
          {t('licences.people.more')}
        </Text>
      )}
    </div>
  )
}
