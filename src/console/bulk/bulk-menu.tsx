import './bulk.css'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { BulkAction, Selection } from '../../contract/bulk-jobs'
import { useWords } from '../i18n/words'
import { BulkDialog } from './bulk-dialog'
import { PasswordLinksDialog } from './password-links-dialog'

const actions = [
  'assign-licence',
  'change-licence',
  'take-back-licence',
  'set-role',
  'activate',
  'deactivate',
  'end-sessions',
] as const satisfies readonly BulkAction['type'][]

interface BulkMenuProps {
  selection: Selection
  /** Users of the selection. */
  count: number
}

/** What can be done to many users at once. */
export function BulkMenu({ selection, count }: BulkMenuProps) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<BulkAction['type'] | null>(null)
  const [isMakingLinks, setIsMakingLinks] = useState(false)
  return (
    <>
      <Menu position="bottom-start" transitionProps={{ duration: 120 }}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('bulk.menu', { count })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map((action) => (
            <Menu.Item key={action} onClick={() => setChosen(action)}>
              {t(`bulk.actions.${action}`)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setIsMakingLinks(true)}>{t('passwordLinks.title')}</Menu.Item>
          <Menu.Item color="red" onClick={() => setChosen('remove')}>
            {t('bulk.actions.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <BulkDialog action={chosen} selection={selection} onClose={() => setChosen(null)} />
      <PasswordLinksDialog isOpen={isMakingLinks} of={selection} count={count} onClose={() => setIsMakingLinks(false)} />
    </>
  )
}
