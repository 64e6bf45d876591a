import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconShieldCheck } from '@tabler/icons-react'
import { checkEventLog } from '../api/events-api'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'

/** Checks that every entry is as it was written, and says what was found. */
export function EventsCheck() {
  const { t } = useWords()
  const announce = useAnnounce()
  const check = useMutation({
    mutationFn: checkEventLog,
    onSuccess: (found) =>
      announce(
        found.outcome === 'intact'
          ? { outcome: 'done', text: t('events.check.intact', { count: found.checked, hash: found.hash.slice(0, 16) }) }
          : { outcome: 'failed', text: t(`events.check.${found.fault}`, { number: found.number }) },
      ),
    onError: () => announce({ outcome: 'failed', text: t('events.check.failed') }),
  })
  return (
    <Button
      variant="default"
      leftSection={<IconShieldCheck size={16} aria-hidden />}
      loading={check.isPending}
      onClick={() => check.mutate()}
    >
      {t('events.check.action')}
    </Button>
  )
}
