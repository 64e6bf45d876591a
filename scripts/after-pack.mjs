import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Takes Electron's default app out of a packaged program. electron-builder does so with its own download, but not with
 * a distribution that it is given.
 *
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string } } }} context
 */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const onMac = electronPlatformName === 'darwin'
  const resources = onMac ? join(`${packager.appInfo.productFilename}.app`, 'Contents', 'Resources') : 'resources'
  await rm(join(appOutDir, resources, 'default_app.asar'), { force: true })
}
