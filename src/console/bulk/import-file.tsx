import { Button, FileButton, Text } from '@mantine/core'
import { IconDownload, IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { largestImport } from '../../contract/imports'
import { importExampleAddress } from '../api/bulk-api'
import { useWords } from '../i18n/words'

interface ImportFileProps {
  /** The name of the file that was chosen last, or null. */
  chosen: string | null
  isUploading: boolean
  onChoose: (file: File) => void
}

/** Where a CSV file is chosen, or dropped, and an example to start from. */
export function ImportFile({ chosen, isUploading, onChoose }: ImportFileProps) {
  const { t } = useWords()
  const id = useId()
  const reset = useRef<() => void>(null)
  const [isOver, setIsOver] = useState(false)

  useEffect(keepDropsFromOpening, [])

  const choose = (file: File | null | undefined) => {
    // The same file, mended, is a choice too.
    reset.current?.()
    if (file != null) onChoose(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    if (!isUploading) choose(event.dataTransfer.files[0])
  }
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setIsOver(true)
  }

  return (
    <div
      className="import-file"
      role="group"
      aria-label={t('import.file')}
      data-over={isOver || undefined}
      onDragOver={over}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        // Going over what stands inside is no leaving.
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false)
      }}
      onDrop={drop}
    >
      {chosen !== null && (
        <Text fw={600} className="breakable" role="status">
          {chosen}
        </Text>
      )}
      <div className="part-actions">
        <FileButton accept=".csv,.txt,text/csv" resetRef={reset} onChange={choose}>
          {(opener) => (
            <Button
              {...opener}
              variant={chosen === null ? 'filled' : 'default'}
              leftSection={<IconFileUpload size={16} aria-hidden />}
              loading={isUploading}
              aria-describedby={id}
            >
              {t(chosen === null ? 'import.choose' : 'import.another')}
            </Button>
          )}
        </FileButton>
        <Text c="dimmed" className="import-drop">
          {t('import.drop')}
        </Text>
      </div>
      <Text c="dimmed" size="sm" id={id}>
        {t('import.hint', { size: largestImport / 1024 / 1024 })}
      </Text>
      {chosen === null && (
        <Button
          component="a"
          href={importExampleAddress}
          download
          variant="subtle"
          size="compact-md"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('import.example')}
        </Button>
      )}
    </div>
  )
}

/** A file that is dropped beside the field would be opened in place of the console. @returns What ends it. */
function keepDropsFromOpening(): () => void {
  const keep = (event: Event) => event.preventDefault()
  document.addEventListener('dragover', keep)
  document.addEventListener('drop', keep)
  return () => {
    document.removeEventListener('dragover', keep)
    document.removeEventListener('drop', keep)
  }
}
