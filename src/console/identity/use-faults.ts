import { type RefObject, useState } from 'react'
import { useWords } from '../i18n/words'

/** The fields of a form that somebody joins with, by what they hold, and the names of their inputs, which password stores know. */
const inputNames = { companyName: 'organization', name: 'name', email: 'username', password: 'password' } as const
type FieldName = keyof typeof inputNames

/** Which fields of a form are wrong. */
interface Faults<Field extends FieldName> {
  readonly any: boolean
  /** Marks those of the form's fields that are among these names, and no others; the first is where typing goes on. */
  show(names: readonly unknown[]): void
  /** A field is being mended. */
  forget(field: Field): void
  /** What a field says of itself, or null. */
  textOf(field: Field): string | null
}

/**
 * Marks what is wrong in a form.
 *
 * @param fields In reading order.
 */
export function useFaults<Field extends FieldName>(
  fields: readonly Field[],
  form: RefObject<HTMLFormElement | null>,
): Faults<Field> {
  const { t } = useWords()
  const [wrong, setWrong] = useState<readonly Field[]>([])
  return {
    any: wrong.length > 0,
    show: (names) => {
      const found = fields.filter((field) => names.includes(field))
      setWrong(found)
      const [first] = found
      if (first !== undefined) form.current?.querySelector<HTMLInputElement>(`[name="${inputNames[first]}"]`)?.focus()
    },
    forget: (field) => setWrong(wrong.filter((each) => each !== field)),
    textOf: (field) => (wrong.includes(field) ? t(`createCompany.faults.${field}`) : null),
  }
}
