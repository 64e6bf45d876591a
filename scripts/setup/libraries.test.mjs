import { expect, test } from 'vitest'
import { notFound } from './libraries.mjs'
import { asTyped, readPolicy } from './package-commands.mjs'

test('reads which libraries the loader did not find, each once', () => {
  const text = [
    '/opt/electron/electron:',
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibnss3.so => not found',
    '\tlibdl.so.2 => /lib/x86_64-linux-gnu/libdl.so.2 (0x00007f)',
    '\tlibasound.so.2 => not found',
    '/opt/electron/libEGL.so:',
    '\tlibnss3.so => not found',
  ].join('\n')
  expect(notFound(text)).toEqual(['libasound.so.2', 'libnss3.so'])
})

test('a package that is only virtual is not known to apt', () => {
  const text = [
    'libasound2:',
    '  Installed: (none)',
    '  Candidate: (none)',
    '  Version table:',
    'libasound2t64:',
    '  Installed: (none)',
    '  Candidate: 1.2.11-1build2',
    '  Version table:',
    '',
  ].join('\n')
  expect([...readPolicy(text)]).toEqual(['libasound2t64'])
})

test('a command is printed so that a shell takes it as it is', () => {
  expect(asTyped(['dnf', 'install', 'libnss3.so()(64bit)', 'alsa-lib'])).toBe("dnf install 'libnss3.so()(64bit)' alsa-lib")
})
