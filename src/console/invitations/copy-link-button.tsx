import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'

/** Copies a link, and says so. @param text What the button shows, where it is no link of many. */
export function CopyLinkButton({ link, label, text }: { link: string; label: string; text?: string }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const copy = () => {
    navigator.clipboard.writeText(link).then(
      () => announce({ outcome: 'done', text: t('invitations.copied') }),
      // Without permission, or without TLS, it is shown for copying by hand.
      () => announce({ outcome: 'failed', text: t('invitations.notCopied', { link }) }),
    )
  }
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<IconCopy size={16} aria-hidden />}
      aria-label={label}
      onClick={copy}
    >
      {text ?? t('invitations.copy')}
    </Button>
  )
}
