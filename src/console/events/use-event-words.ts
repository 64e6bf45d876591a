import { eventNames } from '../../contract/console-events'
import { productIcons } from '../../contract/products'
import { roleSchema } from '../../contract/session'
import { useWords } from '../i18n/words'

const fields = [
  'role',
  'licence',
  'name',
  'email',
  'language',
  'passwordChanged',
  'keptDays',
  'upTo',
  'picture',
  'deletesAt',
  'address',
  'icon',
  'days',
  'mostUses',
] as const

/** Names events, their fields and values; what a newer workspace writes keeps the name that it has there. */
export function useEventWords() {
  const { t } = useWords()
  return {
    nameOf: (name: string): string => {
      const known = eventNames.find((each) => each === name)
      return known === undefined ? name : t(`events.names.${known}`)
    },
    fieldOf: (field: string): string => {
      const known = fields.find((each) => each === field)
      return known === undefined ? field : t(`events.fields.${known}`)
    },
    valueOf: (field: string, value: string | null): string => {
      if (value === null) return t('events.none')
      const icon = field === 'icon' ? productIcons.find((each) => each === value) : undefined
      if (icon !== undefined) return t(`products.icons.${icon}`)
      // Its name is a hash: enough of it to tell two pictures apart.
      if (field === 'picture') return t('events.picture', { version: value.slice(0, 4) })
      const role = field === 'role' ? roleSchema.options.find((each) => each === value) : undefined
      if (role !== undefined) return t(`roles.${role}`)
      return value === 'true' ? t('events.yes') : value
    },
  }
}
