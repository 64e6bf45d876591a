import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OptionsError, parseOptions } from './options'

const parse = (...argv: string[]) => parseOptions(argv, {}, '/console')

describe('parseOptions', () => {
  it('has careful defaults', () => {
    expect(parse('--data=/data')).toEqual({
      dataFolder: resolve('/data'),
      databaseAddress: null,
      secret: null,
      consoleFolder: resolve('/console'),
      host: '127.0.0.1',
      port: 0,
      publicAddress: null,
      mail: null,
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
      databaseAddress: null,
      secret: null,
      consoleFolder: resolve('c'),
      host: '0.0.0.0',
      port: 8080,
      publicAddress: 'https://a.example',
      mail: null,
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

  it('reads the environment, and the command line before it', () => {
    const environment = {
      PARLEY_DATA: 'e',
      PARLEY_PORT: '8080',
      PARLEY_HOST: '',
      DATABASE_URL: 'postgresql://parley:word@db/parley',
      PARLEY_SECRET: 'x'.repeat(32),
    }
    expect(parseOptions(['--port=9090'], environment, '/console')).toMatchObject({
      dataFolder: resolve('e'),
      port: 9090,
      host: '127.0.0.1',
      databaseAddress: 'postgresql://parley:word@db/parley',
      secret: 'x'.repeat(32),
    })
  })

  it.each([
    [{ PARLEY_PORT: 'x' }, /^PARLEY_PORT: /],
    [{ DATABASE_URL: 'mysql://u:hidden@db/parley' }, /^DATABASE_URL: has to be a postgresql:/],
    [{ DATABASE_URL: 'postgresql://u:hidden@db/parley' }, /^PARLEY_SECRET: is needed/],
    [{ PARLEY_SECRET: 'hidden' }, /^PARLEY_SECRET: /],
    [{ PARLEY_HOST: '0.0.0.0' }, /^PARLEY_HOST: .*--public-address/],
  ])('names what is wrong in %j, and no value', (environment, message) => {
    const read = () => parseOptions(['--data=d'], environment, '/console')
    expect(read).toThrow(message)
    expect(read).not.toThrow(/hidden/)
  })
})
