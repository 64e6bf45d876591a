import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useWords } from '../i18n/words'

/** Saves what is listed as a CSV file. @param address Where the file is. */
export function ExportLink({ address }: { address: string }) {
  const { t } = useWords()
  return (
    <Button component="a" variant="default" href={address} download leftSection={<IconDownload size={16} aria-hidden />}>
      {t('licences.export')}
    </Button>
  )
}
