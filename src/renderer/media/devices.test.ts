import { describe, expect, it } from 'vitest'
import { devicesOf } from './devices'
import { findDevice } from './find-device'
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

describe('findDevice', () => {
  const webcam = { id: 'v1', label: 'HD Webcam' }

  it('finds the chosen one by its id, whatever it is called now', () => {
    expect(findDevice({ id: 'v1', label: 'Camera' }, [{ id: 'v0', label: 'Camera' }, webcam])).toBe(webcam)
  })

  it('finds one that came back under another id by its name', () => {
    expect(findDevice({ id: 'old', label: 'HD Webcam' }, [webcam])).toBe(webcam)
  })

  it('takes no other one in its place: not one without a name, nor one of two that are called the same', () => {
    expect(findDevice({ id: 'old', label: '' }, [{ id: 'v1', label: '' }])).toBeNull()
    expect(findDevice({ id: 'old', label: 'HD Webcam' }, [webcam, { ...webcam, id: 'v2' }])).toBeNull()
    expect(findDevice({ id: 'old', label: 'Other' }, [webcam])).toBeNull()
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
