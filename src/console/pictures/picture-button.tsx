import { Button, type ButtonProps, FileButton } from '@mantine/core'
import { useRef } from 'react'
import { scalePicture } from './scale-picture'

interface PictureButtonProps extends Pick<ButtonProps, 'size' | 'loading' | 'className'> {
  label: string
  /** Takes the picture as a square PNG file, or null where the file is no picture. */
  onChosen: (picture: Blob | null) => void
}

/** Chooses a picture from the computer's files, whatever kind this browser can show. */
export function PictureButton({ label, onChosen, ...button }: PictureButtonProps) {
  const reset = useRef<() => void>(null)

  async function choose(file: File): Promise<void> {
    // Choosing the same file again is a choice too.
    reset.current?.()
    onChosen(await scalePicture(file).catch(() => null))
  }

  return (
    <FileButton
      accept="image/*"
      resetRef={reset}
      onChange={(file) => {
        if (file !== null) void choose(file)
      }}
    >
      {(opener) => (
        <Button {...opener} {...button} variant="default">
          {label}
        </Button>
      )}
    </FileButton>
  )
}
