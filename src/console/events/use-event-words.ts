import { eventLogItem, eventNames, type ConsoleEvent } from '../../contract/console-events'
import { useWords } from '../i18n/words'
import { readChanges, type EventChange } from './event-changes'
import { fieldInWords, valueInWords } from './event-values'

/** Tells events in words; what a newer workspace writes keeps the name that it has there. */
export function useEventWords() {
  const words = useWords()
  const { t } = words
  const changeOf = ({ field, before, after }: EventChange): string => {
    const [name, value] = [fieldInWords(words, field), valueInWords(words, field, after)]
    return before === null
      ? t('events.value', { field: name, value })
      : t('events.change', { field: name, before: valueInWords(words, field, before), after: value })
  }
  return {
    nameOf: (name: string): string => {
      const known = eventNames.find((each) => each === name)
      return known === undefined ? name : t(`events.names.${known}`)
    },
    affectedOf: (affected: string): string => (affected === eventLogItem ? t('events.title') : affected),
    changesOf: ({ details }: ConsoleEvent) => readChanges(details).map((change) => ({ field: change.field, text: changeOf(change) })),
  }
}
