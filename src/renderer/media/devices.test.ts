import { describe, expect, it } from 'vitest'
import { devicesOf } from './devices'
import { mediaProblem } from './media-problem'
import { levelOf } from './sound-level'

describe('devicesOf', () => {
  it('parts the kinds, without the system’s own choice listed twice', () => {
    const devices = devicesOf([
      { kind: 'audioinput', deviceId: 'default', label: 'Default – Desk microphone' },
      { kind: 'audioinput', deviceId: 'a1', label: 'Desk microphone' },
      { kind: 'audiooutput', deviceId: 'communications', label: 'Headset' },
      { kind: 'audiooutput', deviceId: 's1', label: 'Headset' },
      { kind: 'videoinput', deviceId: 'v1', label: 'HD Webcam (046d:0825)' },
      { kind: 'videoinput', deviceId: '', label: '' },
    ])
    expect(devices).toEqual({
      cameras: [{ id: 'v1', label: 'HD Webcam' }],
      microphones: [{ id: 'a1', label: 'Desk microphone' }],
      speakers: [{ id: 's1', label: 'Headset' }],
    })
  })
})

describe('mediaProblem', () => {
  it.each([
    ['NotAllowedError', false, 'denied'],
    ['NotFoundError', false, 'none'],
    ['NotFoundError', true, 'gone'],
    ['OverconstrainedError', true, 'gone'],
    ['NotReadableError', false, 'in-use'],
    ['AbortError', false, 'in-use'],
    ['TypeError', false, 'other'],
  ])('%s, chosen %s: %s', (name, isChosen, problem) => {
    expect(mediaProblem(Object.assign(new Error(), { name }), isChosen)).toBe(problem)
  })

  it('knows nothing of what is no error', () => {
    expect(mediaProblem('no', false)).toBe('other')
  })
})

describe('levelOf', () => {
  const tone = (loudness: number) => Float32Array.from({ length: 512 }, (_, index) => loudness * Math.sin(index / 4))

  it('is 0 for silence, 1 for the loudest, and rises in between', () => {
    expect(levelOf(new Float32Array(512))).toBe(0)
    expect(levelOf(new Float32Array(0))).toBe(0)
    expect(levelOf(tone(1))).toBeGreaterThan(0.9)
    expect(levelOf(tone(0.1))).toBeGreaterThan(levelOf(tone(0.01)))
    expect(levelOf(Float32Array.from([4, -4]))).toBe(1)
  })
})
