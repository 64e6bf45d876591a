import { Input } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { eventsRetentionQuery, setEventsRetention } from '../api/events-api'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'

const offered = [30, 90, 180, 365, 730, 1825, 3650] as const

/** How long entries are kept. Nothing goes at once (the workspace removes old entries later), so it can be undone. */
export function EventsRetentionChoice() {
  const { t } = useWords()
  const id = useId()
  const announce = useAnnounce()
  const client = useQueryClient()
  const retention = useQuery(eventsRetentionQuery)
  const inWords = (keptDays: number | null) =>
    keptDays === null ? t('events.retention.forever') : t('events.retention.days', { count: keptDays })
  const change = useMutation({
    mutationFn: ({ to }: { from: number | null; to: number | null; isUndo: boolean }) =>
      setEventsRetention({ keptDays: to }),
    onSuccess: (answer, { from, isUndo }) => {
      client.setQueryData(eventsRetentionQuery.queryKey, answer)
      void client.invalidateQueries({ queryKey: ['events'] })
      const text = t(isUndo ? 'events.retention.undone' : 'events.retention.done', { time: inWords(answer.keptDays) })
      const undo = () => change.mutate({ from: answer.keptDays, to: from, isUndo: true })
      announce({
        outcome: 'done',
        text,
        ...(isUndo ? {} : { action: { label: t('changeLicence.undo'), run: undo } }),
      })
    },
    onError: () => announce({ outcome: 'failed', text: t('events.retention.failed') }),
  })
  const current = retention.data?.keptDays
  if (current === undefined) return null
  const choices = offered.some((days) => days === current) || current === null ? offered : [current, ...offered]
  return (
    <div className="events-retention">
      <Input.Label htmlFor={id}>{t('events.retention.label')}</Input.Label>
      <select
        id={id}
        value={String(current)}
        disabled={change.isPending}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          change.mutate({ from: current, to: chosen === 'null' ? null : Number(chosen), isUndo: false })
        }}
      >
        <option value="null">{inWords(null)}</option>
        {choices.map((days) => (
          <option key={days} value={String(days)}>
            {inWords(days)}
          </option>
        ))}
      </select>
    </div>
  )
}
