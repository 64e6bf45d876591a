import { useEffect, useRef } from 'react'
import styles from './level-meter.module.css'
import { levelOf } from './sound-level'

interface LevelMeterProps {
  /** The microphone's sound, or null while it is off: then the meter rests at nothing. */
  stream: MediaStream | null
  label: string
}

/** How often assistive technology is told the level, in milliseconds: it reads it only when asked. */
const tellEvery = 250

/** How loud a microphone hears. It moves outside React, since it does so sixty times a second. */
export function LevelMeter({ stream, label }: LevelMeterProps) {
  const meter = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const show = (level: number) => bar.current?.style.setProperty('scale', `${level.toFixed(3)} 1`)
    const tell = (level: number) => meter.current?.setAttribute('aria-valuenow', String(Math.round(level * 100)))
    show(0)
    tell(0)
    if (stream === null) return
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    analyser.fftSize = 1024
    context.createMediaStreamSource(stream).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    let shown = 0
    let told = 0
    let frame = requestAnimationFrame(function measure(time) {
      analyser.getFloatTimeDomainData(samples)
      // Up at once, down slowly: a word is seen, not only its loudest moment.
      shown = Math.max(levelOf(samples), shown - 0.02)
      show(shown)
      if (time - told > tellEvery) {
        told = time
        tell(shown)
      }
      frame = requestAnimationFrame(measure)
    })
    return () => {
      cancelAnimationFrame(frame)
      void context.close()
    }
  }, [stream])

  return (
    <div ref={meter} className={styles['meter']} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={0}>
      <div ref={bar} className={styles['bar']} />
    </div>
  )
}
