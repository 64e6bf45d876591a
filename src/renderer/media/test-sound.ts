/** Three notes of a chord, one after the other: frequencies in hertz. */
const notes = [523.25, 659.25, 783.99] as const
/** From one note to the next, and how long each one sounds, in seconds. */
const step = 0.35
const length = 0.5

/**
 * Plays three soft notes on a loudspeaker.
 *
 * @param speakerId A certain loudspeaker, or null for the system's own choice.
 * @param signal Ends it before its time.
 * @throws What `setSinkId` and `play` reject with (Audio Output Devices API §2).
 */
export async function playTestSound(speakerId: string | null, signal: AbortSignal): Promise<void> {
  const context = new AudioContext()
  const player = new Audio()
  try {
    // A context speaks to the system's own choice; the element that plays its stream can be told where.
    const output = context.createMediaStreamDestination()
    player.srcObject = output.stream
    if (speakerId !== null) await player.setSinkId(speakerId)
    await player.play()
    const begin = context.currentTime + 0.1
    const sounds = notes.map((frequency, index) => playNote(context, output, frequency, begin + index * step))
    await new Promise<void>((resolve) => {
      sounds.at(-1)?.addEventListener('ended', () => resolve())
      signal.addEventListener('abort', () => resolve())
    })
  } finally {
    player.srcObject = null
    await context.close()
  }
}

function playNote(context: AudioContext, output: AudioNode, frequency: number, begin: number): OscillatorNode {
  const note = context.createOscillator()
  const volume = context.createGain()
  note.frequency.value = frequency
  // It swells and fades, so that no click is heard.
  volume.gain.setValueAtTime(0, begin)
  volume.gain.linearRampToValueAtTime(0.25, begin + 0.03)
  volume.gain.exponentialRampToValueAtTime(0.001, begin + length)
  note.connect(volume).connect(output)
  note.start(begin)
  note.stop(begin + length)
  return note
}
