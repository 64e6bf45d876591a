import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OptionsError, parseOptions } from './options'

const parse = (...argv: string[]) => parseOptions(argv, '/console')

describe('parseOptions', () => {
  it('has careful defaults', () => {
    expect(parse('--data=/data')).toEqual({
      dataFolder: resolve('/data'),
      consoleFolder: resolve('/console'),
      host: '127.0.0.1',
      port: 0,
      publicAddress: null,
      sample: false,
    })
  })

  it('reads everything', () => {
    const argv = [
      '--data=d',
      '--console=c',
      '--host=0.0.0.0',
      '--port=8080',
      '--public-address=https://a.example/',
      '--sample',
    ]
    expect(parse(...argv)).toEqual({
      dataFolder: resolve('d'),
      consoleFolder: resolve('c'),
      host: '0.0.0.0',
      port: 8080,
      publicAddress: 'https://a.example',
      sample: true,
    })
  })

  it.each([
    [[]],
    [['--data=']],
    [['--data=d', '--port=65536']],
    [['--data=d', '--port=x']],
    [['--data=d', '--host=localhost']],
    [['--data=d', '--host=0.0.0.0']],
    [['--data=d', '--public-address=https://a.example/path']],
    [['--data=d', '--public-address=ftp://a.example']],
    [['--data=d', '--unknown']],
    [['--data=d', 'positional']],
  ])('refuses %j', (argv) => {
    expect(() => parse(...argv)).toThrow(OptionsError)
  })
})
