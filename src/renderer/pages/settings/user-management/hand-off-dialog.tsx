import { useEffect, useId, useRef } from 'react'
import { useStore } from 'zustand'
import { Button, OutsideLink } from '../../../controls/button'
import { useFeedback } from '../../../controls/use-feedback'
import { Rich, useWords } from '../../../i18n/words'
import { useClient } from '../../../state/client'
import type { consoleTarget } from '../../../state/user-management-panel'
import { userManagementEntryId } from './entry'
import { HandOffPicture } from './hand-off-picture'
import styles from './hand-off-dialog.module.css'
import { HandOffProblem } from './hand-off-problem'
import { useModal } from '../../../controls/use-modal'

/** The pop-up that leads to the console. Enter opens it, Escape puts the pop-up away. */
export function HandOffDialog({ target }: { target: NonNullable<ReturnType<typeof consoleTarget>> }) {
  const { t } = useWords()
  const { bridge, userManagement } = useClient()
  const id = useId()
  const open = useRef<HTMLButtonElement>(null)
  const copy = useRef<HTMLButtonElement>(null)
  const [copied, showCopied] = useFeedback<boolean>()
  const handOff = useStore(userManagement, (panel) => panel.handOff)
  const isTroubled = !target.reachable || handOff === 'failed' || handOff === 'refused'
  const { dialog, keepFocusInside } = useModal(() => document.getElementById(userManagementEntryId))

  useEffect(() => {
    // What Enter does: open, or where that can't be done, copy.
    if (target.reachable) open.current?.focus()
    else copy.current?.focus()
  }, [target.reachable])

  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onKeyDown={keepFocusInside}
      onCancel={(event) => {
        event.preventDefault()
        userManagement.getState().dismiss()
      }}
    >
      <div className={styles['middle']}>
        <div className={styles[isTroubled ? 'pictureInTrouble' : 'picture']}>
          <HandOffPicture />
        </div>
        <h2 id={`${id}-title`}>{t('handOff.title')}</h2>
        <div id={`${id}-text`} className={styles['text']}>
          <p>{t('handOff.text')}</p>
          <p>
            <Rich
              words="handOff.target"
              values={{ host: target.host, email: target.email }}
              parts={{ b: <strong dir="ltr" className={styles['address']} /> }}
            />
          </p>
        </div>
        <HandOffProblem reachable={target.reachable} handOff={handOff} />
      </div>
      <div className={styles['foot']}>
        <Button
          look="primary"
          ref={open}
          disabled={!target.reachable}
          onClick={() => void userManagement.getState().openConsole()}
        >
          {t('handOff.open')}
        </Button>
        <div className={styles['rest']}>
          <div className={styles['buttons']}>
            <Button ref={copy} onClick={() => void userManagement.getState().copyLink().then(showCopied)}>
              {t('handOff.copyLink')}
            </Button>
            <Button onClick={() => userManagement.getState().dismiss()}>{t('handOff.cancel')}</Button>
          </div>
          <OutsideLink onClick={() => void bridge.invoke('help.open', 'user-management-moved').catch(() => {})}>{t('handOff.learnMore')}</OutsideLink>
        </div>
        <p className={styles['copied']} aria-live="polite">
          {copied !== null && (copied ? t('handOff.copied') : t('handOff.notCopied'))}
        </p>
      </div>
    </dialog>
  )
}
