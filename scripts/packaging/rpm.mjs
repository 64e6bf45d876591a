import { copyFileSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './fpm.mjs'
import { pathsBelow } from './stage.mjs'

/** Folders that belong to the system. Those of an icon's size may be in no other package: several may own them, and the last one takes them away. */
const shared = /^(opt|usr(\/share(\/(applications|icons(\/hicolor)?|mime(\/packages)?))?)?)$/

/**
 * Builds an rpm package (rpm-spec(5)). Nothing is compiled or stripped: the files are taken as they are.
 *
 * @param {import('./fpm.mjs').Wanted} wanted
 * @param {string} root folder with the files as they will stand on the disk
 * @param {string} folder for what is made on the way
 */
export function buildRpm(wanted, root, folder) {
  const top = join(folder, 'rpm')
  mkdirSync(top)
  const spec = join(folder, 'package.spec')
  writeFileSync(spec, specification(wanted, root))
  run('rpmbuild', ['-bb', '--target', wanted.architecture, '--define', `_topdir ${top}`, '--define', `source_root ${root}`, spec])
  const [made] = readdirSync(join(top, 'RPMS', wanted.architecture))
  if (made === undefined) throw new Error('rpmbuild made no package')
  copyFileSync(join(top, 'RPMS', wanted.architecture, made), wanted.file)
}

/** @param {import('./fpm.mjs').Wanted} wanted @param {string} root */
function specification(wanted, root) {
  const files = pathsBelow(root)
    .filter((path) => !shared.test(path))
    .map((path) => `${lstatSync(join(root, path)).isDirectory() ? '%dir ' : ''}"/${path.replaceAll('%', '%%')}"`)
  const lines = (/** @type {string | undefined} */ source) => (source === undefined ? '' : readFileSync(source, 'utf8').replaceAll('%', '%%'))
  return `%global __os_install_post %{nil}
%global debug_package %{nil}
%global _build_id_links none
%global _binary_payload w6.xzdio
Name: ${wanted.name}
Version: ${wanted.version.replaceAll('-', '_')}
Release: 1
Summary: ${wanted.summary || wanted.description.split('\n')[0]}
License: ${wanted.licence || 'unspecified'}
Vendor: ${wanted.vendor}
Packager: ${wanted.maintainer}
URL: ${wanted.url}
AutoReqProv: no
${wanted.depends.map((name) => `Requires: ${name}\n`).join('')}
%description
${wanted.description}

%install
mkdir -p %{buildroot}
cp -a %{source_root}/. %{buildroot}/

%post -p /bin/bash
${lines(wanted.afterInstall)}

%postun -p /bin/bash
# An upgrade calls it too, after the new version has made its links.
[ "$1" -eq 0 ] || exit 0
${lines(wanted.afterRemove)}

%files
%defattr(-,root,root,-)
${files.join('\n')}
`
}
