import { expect, it } from 'vitest'
import type { Bridge } from '../../contract/channels'
import { followNetwork } from './network-return'

it('tells main of each return of the network, and of nothing else', async () => {
  const asked: string[] = []
  const invoke: Bridge['invoke'] = (name, ..._payload) => {
    asked.push(name)
    return Promise.reject(new Error('main could not'))
  }
  const page = new EventTarget()
  followNetwork({ invoke }, page)
  expect(asked).toEqual([])
  page.dispatchEvent(new Event('offline'))
  page.dispatchEvent(new Event('online'))
  page.dispatchEvent(new Event('online'))
  expect(asked).toEqual(['network.returned', 'network.returned'])
})
