/** The kinds of packages that can update themselves. */
export type PackageKind = 'AppImage' | 'deb' | 'rpm' | 'mac' | 'nsis'

interface ProgramPlace {
  platform: NodeJS.Platform
  /** Whether it is packaged at all. */
  isPackaged: boolean
  /** Whether the system's own packages installed it; see `isSystemPackage`. */
  isSystemPackage: boolean
  /** Absolute path of the AppImage's own file, which its runtime says; undefined elsewhere. */
  appImage: string | undefined
  /** What electron-builder wrote into the resources of a package for a package system; empty where it didn't. */
  packageType: string
  /** Whether the uninstaller of an nsis package lies beside the executable; it has none where an msi was installed. */
  hasUninstaller: boolean
}

/**
 * What this copy of Parley was installed from, or null where it can't update itself. The folder that packages are made of may
 * still carry a mark of another kind, so that a deb or rpm counts only where those are installed.
 */
export function packageKind({ platform, isPackaged, isSystemPackage, appImage, packageType, hasUninstaller }: ProgramPlace): PackageKind | null {
  if (!isPackaged) return null
  if (platform === 'darwin') return 'mac'
  if (platform === 'win32') return hasUninstaller ? 'nsis' : null
  if (appImage !== undefined) return 'AppImage'
  const type = packageType.trim()
  return isSystemPackage && (type === 'deb' || type === 'rpm') ? type : null
}
