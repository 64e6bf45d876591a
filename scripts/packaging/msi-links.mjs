import { readFileSync, writeFileSync } from 'node:fs'

const group = '<ComponentGroup Id="ProductComponents" Directory="APPLICATIONFOLDER">'

/**
 * What registers `parley://` (learn.microsoft.com, "Registering an Application to a URI Scheme"): for everybody where the package is
 * installed for everybody, and else for one (`HKMU`). Windows Installer takes away with the package what belongs to a component. The id is
 * the component's for all time: Windows counts by it.
 */
const component = `<Component Id="links" Guid="0d8c1e0a-5a3e-4b0b-9c58-6c1f9d5a7b42">
        <RegistryKey Root="HKMU" Key="Software\\Classes\\parley">
          <RegistryValue Type="string" Value="URL:parley" KeyPath="yes"/>
          <RegistryValue Type="string" Name="URL Protocol" Value=""/>
          <RegistryValue Type="string" Key="DefaultIcon" Value="&quot;[#mainExecutable]&quot;,0"/>
          <RegistryValue Type="string" Key="shell\\open\\command" Value="&quot;[#mainExecutable]&quot; &quot;%1&quot;"/>
        </RegistryKey>
      </Component>`

/**
 * electron-builder's `msiProjectCreated`: puts the links among what the package installs.
 *
 * @param {string} path of the WiX project
 * @throws {Error} where the project is not as electron-builder 26 makes it
 */
export default async function registerLinks(path) {
  const project = readFileSync(path, 'utf8')
  if (!project.includes(group) || !project.includes('Id="mainExecutable"')) throw new Error(`The links have no place in ${path}`)
  writeFileSync(path, project.replace(group, () => `${group}\n      ${component}`))
}
