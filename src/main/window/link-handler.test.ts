import { describe, expect, it } from 'vitest'
import type { CommandResult } from '../secrets/secret-service'
import { linkEntry } from './desktop-entry'
import { linkHandler, linuxLinks } from './link-handler'

describe('the entry for links', () => {
  it('is read by programs that know no quotes, where that is possible', () => {
    expect(linkEntry(['/home/anna/Parley-0.2.0.AppImage'])).toContain('\nExec=/home/anna/Parley-0.2.0.AppImage %u\n')
    expect(linkEntry(['/opt/electron', '/home/anna/my code'])).toContain('\nExec=/opt/electron "/home/anna/my code" %u\n')
    expect(linkEntry(['/home/anna/100%/$HOME'])).toContain('\nExec="/home/anna/100%%/\\\\$HOME" %u\n')
  })
})

describe('who opens links, on Linux', () => {
  const ours = 'app.parley.Parley.desktop'

  /** A system whose table names this entry. */
  function system(answer: string, isStale = false) {
    const done: string[] = []
    let present = answer
    const table = linuxLinks({
      run: async (command, parameters): Promise<CommandResult> => {
        done.push([command, ...parameters].join(' '))
        if (present === 'absent') return { outcome: 'absent' }
        if (parameters[0] === 'default') present = parameters[1] ?? ''
        return { outcome: 'ended', status: 0, output: `${present}\n` }
      },
      entry: { isStale: async () => isStale, put: async () => void done.push('put') },
    })
    return { handler: linkHandler(table), done }
  }
  const asks = 'xdg-mime query default x-scheme-handler/parley'
  const takes = ['put', `xdg-mime default ${ours} x-scheme-handler/parley`]

  it.each([
    [ours, 'ours'],
    ['another.desktop', 'other'],
    ['', 'none'],
    ['absent', 'unknown'],
  ])('table says %j: %s', async (answer, status) => {
    expect(await system(answer).handler.status()).toBe(status)
  })

  it('takes them at the start where nobody has them', async () => {
    const { handler, done } = system('')
    await handler.settle()
    expect(done).toEqual([asks, ...takes])
    expect(await handler.status()).toBe('ours')
  })

  it('leaves them to another program until it is asked', async () => {
    const { handler, done } = system('another.desktop', true)
    await handler.settle()
    expect(done).toEqual([asks])
    expect(await handler.take()).toBe('ours')
    expect(done.slice(1, 3)).toEqual(takes)
  })

  it('writes only what is stale', async () => {
    const fresh = system(ours)
    await fresh.handler.settle()
    expect(fresh.done).toEqual([asks])
    const stale = system(ours, true)
    await stale.handler.settle()
    expect(stale.done).toEqual([asks, ...takes])
  })

  it('says that the system refused', async () => {
    await expect(system('absent').handler.take()).rejects.toThrow()
  })
})
