import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CodeNotLoaded, loadedLater } from './loaded-later'

const Part = ({ name }: { name: string }) => <b>{name}</b>
const Placeholder = () => <i>Loading</i>

describe('loadedLater', () => {
  it('shows a part that is loaded at once, and until then what stands in for it', async () => {
    const Later = loadedLater(() => Promise.resolve({ default: Part }), Placeholder)
    expect(renderToStaticMarkup(<Later name="Anna" />)).toBe('<i>Loading</i>')
    await Later.prepare()
    expect(renderToStaticMarkup(<Later name="Anna" />)).toBe('<b>Anna</b>')
  })

  it('loads it once, and again only where it could not be loaded', async () => {
    let asked = 0
    const Later = loadedLater(async () => {
      asked += 1
      if (asked === 1) throw new Error('gone')
      return Promise.resolve({ default: Part })
    })
    const failure = await Later.prepare().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CodeNotLoaded)
    expect(failure).toMatchObject({ cause: new Error('gone') })
    await Promise.all([Later.prepare(), Later.prepare()])
    await Later.prepare()
    expect(asked).toBe(2)
  })
})
