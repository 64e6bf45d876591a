import { Button, Menu } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import { useWords } from '../i18n/words'
import { type OptionalColumn, optionalColumns } from './user-columns'

interface ColumnsMenuProps {
  shown: readonly OptionalColumn[]
  onChange: (shown: readonly OptionalColumn[]) => void
}

/** Chooses what the table shows of each user. */
export function ColumnsMenu({ shown, onChange }: ColumnsMenuProps) {
  const { t } = useWords()
  return (
    <Menu position="bottom-end" width={220} shadow="md" withinPortal={false} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" size="compact-md" className="filter-button columns-button" leftSection={<IconColumns size={16} aria-hidden />}>
          {t('users.chooseColumns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {optionalColumns.map((column) => (
          <Menu.CheckboxItem
            key={column}
            checked={shown.includes(column)}
            onChange={(isShown) =>
              onChange(optionalColumns.filter((each) => (each === column ? isShown : shown.includes(each))))
            }
          >
            {t(`users.columns.${column}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
