import { languageNames, languages } from '../../contract/languages'
import { roleSchema, type Role } from '../../contract/session'
import { useWords } from '../i18n/words'
import { useMe } from '../shell/session'
import type { ChoiceOption } from './choice-field'

/** Every language, each by its own name. */
export const languageOptions: readonly ChoiceOption[] = languages.map((each) => ({ value: each, label: languageNames[each], lang: each }))

/**
 * The roles that whoever looks may give, by their names in the page's language. A user manager looks after members alone.
 *
 * @param only Offers this one and no other.
 */
export function useRoleOptions(only?: Role): ChoiceOption[] {
  const { t } = useWords()
  const { account } = useMe()
  const mine: readonly Role[] = account.role === 'administrator' ? roleSchema.options : ['member']
  return (only === undefined ? mine : [only]).map((role) => ({ value: role, label: t(`roles.${role}`) }))
}
