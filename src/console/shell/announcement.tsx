import { Button, CloseButton, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'
import { usePathname } from 'wouter/use-browser-location'
import { useWords } from '../i18n/words'
import { rememberFocus } from './give-back-focus'

/** What was done, for people to read and, where possible, to take back. */
export interface Announcement {
  outcome: 'done' | 'failed'
  text: string
  action?: { label: string; run: () => void }
}

type Announce = (announcement: Announcement | null) => void

const AnnounceContext = createContext<Announce | null>(null)

/** Gives the function that says what was done. The last word stays until it is put away or the page is left. */
export function useAnnounce(): Announce {
  const announce = use(AnnounceContext)
  if (announce === null) throw new Error('useAnnounce needs Announcer around it')
  return announce
}

/** Shows what was done, and has assistive technology read it (WCAG 2.2, 4.1.3). */
export function Announcer({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const path = usePathname()
  const [said, setSaid] = useState<{ announcement: Announcement; path: string } | null>(null)
  // The page is the one that is open when it is said: whoever has just been taken there reads it there.
  const announce = useCallback<Announce>(
    (announcement) => setSaid(announcement === null ? null : { announcement, path: window.location.pathname }),
    [],
  )
  const shown = said?.path === path ? said.announcement : null
  const page = useRef<HTMLDivElement>(null)
  const isSaid = useRef(false)
  const giveBack = useRef<() => void>(null)

  useEffect(() => {
    isSaid.current = shown !== null
  }, [shown])
  useEffect(() => {
    if (page.current === null) return undefined
    const focus = rememberFocus(page.current, () => isSaid.current)
    giveBack.current = focus.giveBack
    return focus.end
  }, [])

  const leaveFor = (act: (() => void) | undefined) => {
    giveBack.current?.()
    act?.()
  }

  return (
    <AnnounceContext value={announce}>
      <div ref={page}>{children}</div>
      <div role="status" className="announcer">
        {shown !== null && (
          <div className="announcement" data-outcome={shown.outcome}>
            {shown.outcome === 'done' ? (
              <IconCircleCheck size={20} aria-hidden />
            ) : (
              <IconAlertTriangle size={20} aria-hidden />
            )}
            <Text className="announcement-text">{shown.text}</Text>
            {shown.action !== undefined && (
              <Button size="compact-sm" variant="default" onClick={() => leaveFor(shown.action?.run)}>
                {shown.action.label}
              </Button>
            )}
            <CloseButton aria-label={t('changeLicence.dismiss')} onClick={() => leaveFor(() => announce(null))} />
          </div>
        )}
      </div>
    </AnnounceContext>
  )
}
