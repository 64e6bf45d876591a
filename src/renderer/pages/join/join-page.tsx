import { IconPictureInPicture } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { MeetingOpened } from '../../../contract/meetings'
import type { WorkspaceProblem } from '../../../contract/workspace'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { TryAgain, TryAgainButton } from '../../controls/try-again'
import { useWords } from '../../i18n/words'
import { CameraPreview } from '../../media/camera-preview'
import { DeviceChoice } from '../../media/device-choice'
import { LevelMeter } from '../../media/level-meter'
import { mediaProblemWords } from '../../media/media-words'
import { useCapture } from '../../media/use-capture'
import { useChosenDevice } from '../../media/use-chosen-device'
import { useDeviceProblem } from '../../media/use-device-problem'
import { useDevices } from '../../media/use-devices'
import { PageHeading } from '../../shell/page-heading'
import { ProblemText } from '../../shell/problem-text'
import { useMiniWindow } from '../../shell/use-mini-window'
import { pageHref } from '../../shell/use-page'
import { useAppState, useClient, useMeetings, useSwitches } from '../../state/client'
import { fullSpanOf } from '../meetings/moments'
import { ForeignHost } from './foreign-host'
import styles from './join-page.module.css'
import { MiniMeeting } from './mini-meeting'
import { MeetingElsewhere, UnknownMeeting } from './not-here'
import { SwitchButtons } from './switch-buttons'
import { useMeeting } from './use-meeting'

/** What came of *Join*. A problem of null stands for main itself, which could not answer. */
type Outcome = 'later' | 'opened' | 'no-link' | 'browser-not-opened' | { host: string } | { problem: WorkspaceProblem | null }

function outcomeOf(answer: MeetingOpened | null): Outcome {
  if (answer === null) return { problem: null }
  switch (answer.outcome) {
    case 'done':
      return 'opened'
    case 'foreign-host':
      return { host: answer.host }
    case 'failed':
      return { problem: answer.problem }
    default:
      return answer.outcome
  }
}

/** The page before a meeting: one sees oneself, hears that one is heard, and chooses devices. */
export default function JoinPage({ meeting, place }: { meeting: string; place: string | null }) {
  const { t, language } = useWords()
  const { bridge, switches } = useClient()
  const [found, askAgain] = useMeeting(meeting, place)
  const pasted = useMeetings((state) => state.pasted)
  const room = useAppState((state) => state.accounts.capabilities.meetingRoom)
  const devices = useDevices()
  const isCameraOn = useSwitches((state) => state.isCameraOn)
  const isMicrophoneOn = useSwitches((state) => state.isMicrophoneOn)
  const cameraSetting = useChosenDevice('camera', devices)
  const microphoneSetting = useChosenDevice('microphone', devices)
  const speakerSetting = useChosenDevice('speaker', devices)
  const [camera, retryCamera] = useCapture('camera', cameraSetting.id, isCameraOn)
  const [microphone, retryMicrophone] = useCapture('microphone', microphoneSetting.id, isMicrophoneOn)
  const microphoneProblem = useDeviceProblem(microphone)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const known = found?.outcome === 'done' ? found.meeting : null
  const isUnknown = found?.outcome === 'failed' && found.problem === 'not-found'
  const link = pasted?.id === meeting ? pasted.link : null
  // What the workspace doesn't know has nothing to join, but a link that was pasted: it may be somebody else's meeting.
  const hasLink = room === 'browser' && link !== null
  const canJoin = hasLink ? found?.outcome !== 'elsewhere' : !isUnknown && found?.outcome !== 'elsewhere'

  const mini = useMiniWindow()
  const small = useRef<HTMLButtonElement>(null)
  const wasMini = useRef(false)

  useEffect(() => switches.getState().use(), [switches])
  // Whoever comes back from the small window is where it was left from.
  useEffect(() => {
    if (wasMini.current && !mini.isMini) small.current?.focus()
    wasMini.current = mini.isMini
  }, [mini.isMini])

  async function join(agreedHost: string | null = null) {
    if (room === 'client') return setOutcome('later')
    setOutcome(outcomeOf(await bridge.invoke('meetings.openInBrowser', { id: meeting, link, agreedHost }).catch(() => null)))
  }

  const name = known?.subject ?? t('join.meeting', { id: meeting })
  if (mini.isMini) return <MiniMeeting name={name} camera={camera} onRetryCamera={retryCamera} onLeave={mini.leave} />
  return (
    <div className={styles['page']}>
      <header>
        <PageHeading title={t('join.title')}>{known?.subject}</PageHeading>
        <p className={styles['quiet']}>
          {t('join.meeting', { id: meeting })}
          {known !== null && ` · ${fullSpanOf(Date.parse(known.start), Date.parse(known.end), language)}`}
        </p>
        {isUnknown && <UnknownMeeting meeting={meeting} isElsewhere={room === 'browser'} hasLink={hasLink} />}
        {found?.outcome === 'elsewhere' && place !== null && <MeetingElsewhere meeting={meeting} place={place} account={found.account} />}
        {found?.outcome === 'failed' && !isUnknown && (
          <Message kind="warning" actions={<TryAgain onTry={askAgain} />}>
            <ProblemText problem={found.problem} />
          </Message>
        )}
      </header>
      <div className={styles['columns']}>
        <div className={styles['picture']}>
          <CameraPreview camera={camera} onRetry={retryCamera} />
          <div className={styles['toggles']}>
            <SwitchButtons />
            <Button ref={small} className={styles['small']} title={t('join.mini')} onClick={mini.toggle}>
              <IconPictureInPicture size={20} stroke={1.75} aria-hidden />
              <span className={styles['smallName']}>{t('join.mini')}</span>
            </Button>
          </div>
        </div>
        <div className={styles['choices']}>
          <DeviceChoice setting={cameraSetting} />
          <div className={styles['microphone']}>
            <DeviceChoice setting={microphoneSetting} />
            <LevelMeter stream={microphone.state === 'on' ? microphone.stream : null} label={t('media.level')} />
            {microphone.state === 'off' && <p className={styles['quiet']}>{t('media.microphoneOff')}</p>}
          </div>
          {microphoneProblem !== null && (
            <Message kind="problem" actions={<TryAgainButton isTrying={microphone.state === 'opening'} onClick={retryMicrophone} />}>
              {t(mediaProblemWords.microphone[microphoneProblem])}
            </Message>
          )}
          <DeviceChoice setting={speakerSetting} />
          <div className={styles['foot']}>
            <div className={styles['actions']}>
              {canJoin && (
                <Button look="primary" onClick={() => void join()}>
                  {t(room === 'client' ? 'join.action' : 'join.inBrowser')}
                </Button>
              )}
              <a className={styles['back']} href={pageHref('home')}>
                {t('join.back')}
              </a>
            </div>
            <div role="status">
              {outcome === 'later' && <Message kind="note">{t('join.later')}</Message>}
              {outcome === 'opened' && <Message kind="good">{t('join.opened')}</Message>}
              {outcome === 'no-link' && <Message kind="problem">{t('join.noLink')}</Message>}
              {outcome === 'browser-not-opened' && <Message kind="problem">{t('meetings.noBrowser')}</Message>}
              {outcome !== null && typeof outcome === 'object' && ('host' in outcome ? (
                <ForeignHost host={outcome.host} onOpen={() => void join(outcome.host)} />
              ) : (
                <Message kind="problem">
                  <ProblemText problem={outcome.problem} />
                </Message>
              ))}
            </div>
          </div>
        </div>
      </div>
    </div>
  )
}
