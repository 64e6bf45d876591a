import { connect } from './protocol.mjs'

/**
 * @typedef {{ name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args: { name?: string } }} TraceEvent
 *   one of Chromium's; `dur` and `tdur` (the thread's own time) in microseconds
 * @typedef {{ time: number, work: number }} Task milliseconds: how long it took, and how much of that it worked itself
 */

/**
 * A connection to a program that tells what its threads do.
 *
 * @param {string} address as `debuggingAddress` gives it
 */
export async function openTracing(address) {
  /** @type {TraceEvent[]} */
  let events = []
  /** @type {() => void} */
  let complete = () => undefined
  const connection = await connect(address, ({ method, params }) => {
    if (method === 'Tracing.dataCollected') for (const event of /** @type {{ value: TraceEvent[] }} */ (params).value) events.push(event)
    if (method === 'Tracing.tracingComplete') complete()
  })
  return {
    close: connection.close,
    /**
     * @param {readonly string[]} categories Chromium's
     * @param {() => Promise<unknown>} act
     * @returns {Promise<TraceEvent[]>} what happened meanwhile
     */
    record: async (categories, act) => {
      events = []
      await connection.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories, excludedCategories: ['*'] } })
      await act()
      const all = new Promise((resolve) => (complete = () => resolve(undefined)))
      await connection.send('Tracing.end')
      await all
      return events
    },
  }
}

/**
 * The longest task of the page, and the most that one of them worked, in milliseconds.
 *
 * @param {readonly TraceEvent[]} events
 * @returns {Task}
 */
export function longestTask(events) {
  const pages = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`))
  const tasks = events.filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && pages.has(`${pid} ${tid}`))
  return { time: Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1_000, work: Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1_000 }
}
