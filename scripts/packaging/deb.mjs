import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './fpm.mjs'
import { pathsBelow } from './stage.mjs'

/**
 * Builds a Debian package (deb(5), deb-control(5)).
 *
 * @param {import('./fpm.mjs').Wanted} wanted
 * @param {string} root folder with the files as they will stand on the disk
 */
export function buildDeb(wanted, root) {
  const files = pathsBelow(root).filter((path) => lstatSync(join(root, path)).isFile())
  const size = files.reduce((total, path) => total + lstatSync(join(root, path)).size, 0)
  const control = join(root, 'DEBIAN')
  mkdirSync(control)
  const fields = [
    ['Package', wanted.name],
    ['Version', wanted.version],
    ['Architecture', wanted.architecture],
    ['Maintainer', wanted.maintainer],
    ['Installed-Size', String(Math.ceil(size / 1024))],
    ['Depends', wanted.depends.join(', ')],
    ['Recommends', wanted.recommends.join(', ')],
    ['Section', 'net'],
    ['Priority', wanted.priority],
    ['Homepage', wanted.url],
    ['Description', described(wanted.description)],
  ]
  writeFileSync(join(control, 'control'), fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}\n`).join(''))
  const sums = files.map((path) => `${createHash('md5').update(readFileSync(join(root, path))).digest('hex')}  ${path}\n`)
  writeFileSync(join(control, 'md5sums'), sums.join(''))
  script(control, 'postinst', wanted.afterInstall, '[ "$1" = configure ] || exit 0')
  // An upgrade calls it too, after the new version has made its links.
  script(control, 'postrm', wanted.afterRemove, '[ "$1" = remove ] || exit 0')
  run('dpkg-deb', ['--root-owner-group', `-Z${wanted.compression}`, '--build', root, wanted.file])
}

/** First a line, then the text, each of whose lines begins with a space (deb-control(5)). @param {string} text */
function described(text) {
  const [first = '', ...rest] = text.split('\n').map((line) => line.trim())
  return [first, ...rest.filter((line) => line !== '').map((line) => ` ${line}`)].join('\n')
}

/** @param {string} folder @param {string} name @param {string | undefined} source @param {string} guard */
function script(folder, name, source, guard) {
  if (source === undefined) return
  const [first = '#!/bin/sh', ...rest] = readFileSync(source, 'utf8').split('\n')
  writeFileSync(join(folder, name), [first, guard, ...rest].join('\n'), { mode: 0o755 })
}
