import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OptionsError, parseOptions } from './options'

const parse = (...argv: string[]) => parseOptions(argv, {}, '/console')

describe('parseOptions', () => {
  it.each([
    [[], /^PARLEY_DATA: is needed, or --data=DIR/],
    [['--data=d', '--port=x'], /^--port: has to be a whole number from 0 to 65535$/],
    [['--data=d', '--grace=1.5'], /^--grace: has to be a whole number from 0 to 600$/],
    [['--data=d', '--host=localhost'], /^--host: has to be an address/],
    [['--data=d', '--public-address=meet'], /^--public-address: has to be an address such as https:/],
    [['--data=d', '--prot=1'], /^Unknown option '--prot'; --help lists all options$/],
    [['--data=d', '--port'], /^Option '--port <value>' argument missing; /],
    [['--data=d', 'postgresql://parley:hidden@db/parley'], /^There is a word that is neither/],
  ])('says what is wrong with %j', (argv, message) => {
    expect(() => parse(...argv)).toThrow(message)
    expect(() => parse(...argv)).not.toThrow(/hidden/)
  })

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
      trustedProxies: [],
      grace: 10,
      logLevel: 'info',
      metricsPort: null,
      metricsToken: null,
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
      '--trusted-proxies=10.0.0.0/8, fd00::1',
      '--grace=5',
      '--log-level=warn',
      '--metrics-port=9090',
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
      trustedProxies: ['10.0.0.0/8', 'fd00::1'],
      grace: 5,
      logLevel: 'warn',
      metricsPort: 9090,
      metricsToken: null,
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
    [['--data=d', '--trusted-proxies=10.0.0.0/33']],
    [['--data=d', '--trusted-proxies=proxy.example.com']],
    [['--data=d', '--metrics-token=on-the-command-line']],
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
    [{ PARLEY_METRICS_TOKEN: 'hidden' }, /^PARLEY_METRICS_TOKEN: /],
    [{ PARLEY_TRUSTED_PROXIES: 'hidden' }, /^PARLEY_TRUSTED_PROXIES: /],
    [{ PARLEY_SECRET: 'hidden' }, /^PARLEY_SECRET: /],
    [{ PARLEY_HOST: '0.0.0.0' }, /^PARLEY_HOST: .*--public-address/],
  ])('names what is wrong in %j, and no value', (environment, message) => {
    const read = () => parseOptions(['--data=d'], environment, '/console')
    expect(read).toThrow(message)
    expect(read).not.toThrow(/hidden/)
  })
})
