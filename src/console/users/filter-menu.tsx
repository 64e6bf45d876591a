import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useWords } from '../i18n/words'

interface Choice<Value extends string> {
  value: Value
  label: string
}

interface FilterMenuProps<Value extends string> {
  label: string
  choices: readonly Choice<Value>[]
  chosen: readonly Value[]
  /** One at most; choosing it again takes it away. */
  isSingle?: boolean
  onChange: (chosen: Value[]) => void
}

/** One thing that users are filtered by: a button that tells the choice, over a menu that makes it. */
export function FilterMenu<Value extends string>({ label, choices, chosen, isSingle = false, onChange }: FilterMenuProps<Value>) {
  const { t, language } = useWords()
  const names = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label)
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(names)
  const others = (value: Value) => (isSingle ? [] : chosen.filter((each) => each !== value))
  return (
    <Menu position="bottom-start" width={264} shadow="md" withinPortal={false} closeOnItemClick={isSingle}>
      <Menu.Target>
        <Button
          variant={names.length > 0 ? 'light' : 'default'}
          size="compact-md"
          className="filter-button"
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {names.length > 0 ? t('users.filter.chosen', { label, list }) : label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="filter-choices">
        {choices.map(({ value, label: name }) => (
          <Menu.CheckboxItem
            key={value}
            checked={chosen.includes(value)}
            onChange={(isChosen) => onChange(isChosen ? [...others(value), value] : others(value))}
          >
            {name}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
