import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import registerLinks from './msi-links.mjs'

/** Where Windows looks for a scheme, by what stands there. */
const registered = [
  ['', 'URL:parley'],
  ['URL Protocol', ''],
  ['DefaultIcon', '"PROGRAM",0'],
  ['shell\\open\\command', '"PROGRAM" "%1"'],
]

const builder = readFileSync(resolve('electron-builder.yml'), 'utf8')

describe('parley:// on Windows', () => {
  it('is the scheme that the packages are configured for', () => {
    expect(builder).toContain('schemes: [parley]')
    expect(builder).toMatch(/^nsis:(\n .*)*\n {2}include: assets\/installer\.nsh$/m)
    expect(builder).toMatch(/^msiProjectCreated: scripts\/packaging\/msi-links\.mjs$/m)
  })

  it('is everybody’s where a company has the msi installed, by an account that nobody works with', () => {
    expect(builder).toMatch(/^msi:\n {2}perMachine: true$/m)
  })

  it('is registered by the installer before the first start, and removed by the uninstaller where it still leads here', () => {
    const script = readFileSync(resolve('assets/installer.nsh'), 'utf8')
    const macro = (/** @type {string} */ name) => new RegExp(`!macro ${name}\\b([\\s\\S]*?)!macroend`).exec(script)?.[1] ?? ''
    const written = [...macro('customInstall').matchAll(/WriteRegStr SHELL_CONTEXT "Software\\Classes\\parley\\?(.*?)" "(.*?)" (["'])(.*)\3/g)]
    expect(written.map(([, key, name, , value]) => [`${key}${name}`, value?.replace('$appExe', 'PROGRAM')])).toEqual(registered)
    expect(macro('customUnInstall').match(/removeLinks \w+/g)).toEqual(['removeLinks SHELL_CONTEXT', 'removeLinks HKEY_CURRENT_USER'])
    expect(macro('customUnInstall').match(/DeleteRegValue HKEY_CURRENT_USER ".*\\Run" "\$\{APP_ID\}"/g)).toHaveLength(2)
    expect(macro('removeLinks')).toMatch(/== '"\$INSTDIR\\\$\{APP_EXECUTABLE_FILENAME\}" "%1"'\s+DeleteRegKey \$\{ROOT\} "Software\\Classes\\parley"/)
  })

  it('is a component of the msi, in the project that electron-builder makes', async () => {
    const builderFolder = dirname(createRequire(import.meta.url).resolve('app-builder-lib/package.json'))
    const template = readFileSync(join(builderFolder, 'templates/msi/template.xml'), 'utf8')
    const folder = mkdtempSync(join(tmpdir(), 'parley-msi-'))
    const path = join(folder, 'project.wxs')
    try {
      writeFileSync(path, template.replace('{{-files}}', '<Component><File Id="mainExecutable" KeyPath="yes"/></Component>'))
      await registerLinks(path)
      const project = readFileSync(path, 'utf8')
      const [, component = ''] = /ProductComponents" Directory="APPLICATIONFOLDER">\s*(<Component Id="links"[\s\S]*?<\/Component>)/.exec(project) ?? []
      expect(component).toContain('<RegistryKey Root="HKMU" Key="Software\\Classes\\parley">')
      const values = [...component.matchAll(/<RegistryValue Type="string"(?: (?:Name|Key)="(.*?)")? Value="(.*?)"/g)]
      expect(values.map(([, key = '', value]) => [key, value?.replaceAll('&quot;', '"').replace('[#mainExecutable]', 'PROGRAM')])).toEqual(registered)
      writeFileSync(path, template)
      await expect(registerLinks(path)).rejects.toThrow('no place')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
