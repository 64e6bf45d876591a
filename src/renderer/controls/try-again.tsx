import { useState } from 'react'
import { useWords } from '../i18n/words'
import { Button } from './button'

/** How long another try is seen at least, in milliseconds: one that fails at once would look as if nothing had been done. */
const seen = 400

interface TryAgainButtonProps {
  isTrying: boolean
  onClick: () => void
}

/** Asks for another try, and says while it is under way. */
export function TryAgainButton({ isTrying, onClick }: TryAgainButtonProps) {
  const { t } = useWords()
  return (
    <Button isBusy={isTrying} onClick={onClick}>
      {t(isTrying ? 'page.trying' : 'page.tryAgain')}
    </Button>
  )
}

/** The same for what answers once it is known whether it worked. */
export function TryAgain({ onTry }: { onTry: () => Promise<unknown> }) {
  const [isTrying, setTrying] = useState(false)
  async function run() {
    setTrying(true)
    await Promise.allSettled([onTry(), new Promise((resolve) => setTimeout(resolve, seen))])
    setTrying(false)
  }
  return <TryAgainButton isTrying={isTrying} onClick={() => void run()} />
}
