import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconX } from '@tabler/icons-react'
import type { UsersView } from '../../contract/console-api'
import { roleSchema } from '../../contract/session'
import { isFiltering, lastSeenChoices, noFilter, withoutLicence } from '../../contract/users-filter'
import { licencesQuery } from '../api/queries'
import { useWords } from '../i18n/words'
import { FilterMenu } from './filter-menu'

interface UsersFiltersProps {
  view: UsersView
  onChange: (view: UsersView) => void
}

/** What the users are filtered by, beside the search. */
export function UsersFilters({ view, onChange }: UsersFiltersProps) {
  const { t } = useWords()
  const licences = useQuery(licencesQuery)
  const named = (licences.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const isFiltered = isFiltering({ ...view, search: '' })
  return (
    <>
      <FilterMenu
        label={t('users.columns.role')}
        choices={roleSchema.options.map((value) => ({ value, label: t(`roles.${value}`) }))}
        chosen={view.roles}
        onChange={(roles) => onChange({ ...view, roles })}
      />
      <FilterMenu
        label={t('users.columns.licence')}
        choices={[...named, { value: withoutLicence, label: t('users.noLicence') }]}
        chosen={view.licences}
        onChange={(chosen) => onChange({ ...view, licences: chosen })}
      />
      <FilterMenu
        label={t('users.columns.active')}
        choices={[
          { value: 'true', label: t('users.active') },
          { value: 'false', label: t('users.inactive') },
        ]}
        chosen={view.active === null ? [] : [view.active ? 'true' : 'false']}
        isSingle
        onChange={([active]) => onChange({ ...view, active: active === undefined ? null : active === 'true' })}
      />
      <FilterMenu
        label={t('users.columns.lastSeenAt')}
        choices={lastSeenChoices.map((value) => ({ value, label: t(`users.filter.lastSeen.${value}`) }))}
        chosen={view.lastSeen === null ? [] : [view.lastSeen]}
        isSingle
        onChange={([lastSeen]) => onChange({ ...view, lastSeen: lastSeen ?? null })}
      />
      {isFiltered && (
        <Button
          variant="subtle"
          size="compact-md"
          className="filter-button"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => onChange({ ...view, ...noFilter, search: view.search })}
        >
          {t('users.filter.clear')}
        </Button>
      )}
    </>
  )
}
