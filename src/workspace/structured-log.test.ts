import { expect, it } from 'vitest'
import { createStructuredLog, hideSecrets } from './structured-log'

const secrets = ['a secret of the operator', 'word']

async function written(level: 'info' | 'error', work: (log: Awaited<ReturnType<typeof createStructuredLog>>) => void) {
  const lines: string[] = []
  work(await createStructuredLog((line) => lines.push(line), () => 0, { level, secrets, host: 'one' }))
  return lines
}

it('writes a line of JSON for each event, with level, moment and host', async () => {
  const [line = ''] = await written('info', (log) => log('started', { port: 1, path: 'a\nb' }))
  expect(line.endsWith('}\n')).toBe(true)
  expect(JSON.parse(line)).toEqual({ level: 'info', at: '1970-01-01T00:00:00.000Z', host: 'one', event: 'started', port: 1, path: 'a\nb' })
})

it('tells problems from the rest, and leaves out what is below its level', async () => {
  const lines = await written('error', (log) => {
    log('request')
    log('request-failed', { problem: 'Error: no' })
    log('identity', { level: 'error', message: 'no' })
  })
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: 'error', event: 'request-failed' },
    { level: 'error', event: 'identity' },
  ])
})

it.each([
  ['connect postgresql://parley:hunter22@db/parley', 'hunter22'],
  ['Authorization: Bearer abc.def-ghi', 'abc.def-ghi'],
  ['token parley_AbCdEfGhIjKlMnOpQrStUv', 'AbCdEfGh'],
  ['the key is a secret of the operator!', 'a secret of the operator'],
])('takes secrets out of %j', async (text, secret) => {
  expect(hideSecrets(text, secrets)).not.toContain(secret)
  const [line] = await written('info', (log) => log('request-failed', { problem: text }))
  expect(line).not.toContain(secret)
})
