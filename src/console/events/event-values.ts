import { z } from 'zod'
import { eventFields, type EventField } from '../../contract/console-events'
import type { Language } from '../../contract/languages'
import { productIcons } from '../../contract/products'
import { roleSchema } from '../../contract/session'
import { dayInWords } from '../../ui/dates'
import { perLanguage } from '../../ui/per-language'
import { regionOf } from '../../ui/region'
import type { useWords } from '../i18n/words'

type ConsoleWords = ReturnType<typeof useWords>

/** What the values of a field are, which says how they are told. */
const kinds = {
  role: 'role',
  licence: 'text',
  name: 'text',
  email: 'text',
  language: 'language',
  passwordChanged: 'flag',
  keptDays: 'kept-days',
  upTo: 'number',
  before: 'day',
  picture: 'picture',
  deletesAt: 'moment',
  address: 'text',
  icon: 'icon',
  days: 'number',
  mostUses: 'number',
  product: 'text',
  seats: 'number',
  endsOn: 'date',
} as const satisfies Record<EventField, string>

const momentSchema = z.iso.datetime().transform((text) => Date.parse(text))
const dateSchema = z.iso.date()
const numberSchema = z.coerce.number()

const moments = perLanguage((language) => new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium', timeStyle: 'short' }))
const days = perLanguage((language) => new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium', timeZone: 'UTC' }))
const numbers = perLanguage((language) => new Intl.NumberFormat(language))
const languageNames = perLanguage((language) => new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }))

/** Names a field of an event; one that a newer workspace writes keeps the name that it has there. */
export function fieldInWords({ t }: ConsoleWords, field: string): string {
  const known = eventFields.find((each) => each === field)
  return known === undefined ? field : t(`events.fields.${known}`)
}

/**
 * Tells a value of an event's field as people say it. What is not as it should be, or from a newer workspace, is told as
 * it is.
 *
 * @param value Null for none.
 */
export function valueInWords({ t, language }: ConsoleWords, field: string, value: string | null): string {
  const known = eventFields.find((each) => each === field)
  const kind = known === undefined ? 'text' : kinds[known]
  if (value === null) return t(kind === 'kept-days' ? 'events.retention.forever' : 'events.none')
  switch (kind) {
    case 'role': {
      const role = roleSchema.options.find((each) => each === value)
      return role === undefined ? value : t(`roles.${role}`)
    }
    case 'language':
      return languageInWords(language, value)
    case 'flag':
      return value === 'true' ? t('events.yes') : value
    case 'kept-days':
      return inNumbers(value, (count) => t('events.retention.days', { count }))
    case 'number':
      return inNumbers(value, numbers(language).format)
    case 'moment':
      return atTime(value, moments(language))
    case 'day':
      return atTime(value, days(language))
    case 'date':
      return dateSchema.safeParse(value).success ? dayInWords(value, language) : value
    case 'icon': {
      const icon = productIcons.find((each) => each === value)
      return icon === undefined ? value : t(`products.icons.${icon}`)
    }
    case 'picture':
      // Its name is a hash: enough of it to tell two pictures apart.
      return t('events.picture', { version: value.slice(0, 4) })
    case 'text':
      return value
  }
}

function inNumbers(value: string, format: (count: number) => string): string {
  const count = numberSchema.safeParse(value)
  return count.success ? format(count.data) : value
}

function atTime(value: string, format: Intl.DateTimeFormat): string {
  const time = momentSchema.safeParse(value)
  return time.success ? format.format(time.data) : value
}

/** `of` throws for what is no BCP 47 tag. */
function languageInWords(language: Language, code: string): string {
  try {
    return languageNames(language).of(code) ?? code
  } catch {
    return code
  }
}
