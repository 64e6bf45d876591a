/** Decibels below full scale that count as silence: a quiet room through a usual microphone. */
const silence = -60

/**
 * How loud a piece of sound is, as people hear it.
 *
 * @param samples Samples from -1 to 1.
 * @returns 0 for silence, 1 for the loudest; even steps of loudness in between.
 */
export function levelOf(samples: Float32Array): number {
  if (samples.length === 0) return 0
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
  const decibels = 10 * Math.log10(power)
  return Math.min(1, Math.max(0, 1 - decibels / silence))
}
