import { homedir } from 'node:os'

/**
 * Which package of Debian or Ubuntu holds a shared library or a program. Where there are several names, the first that
 * apt knows counts: since the change to 64-bit time (Debian 13, Ubuntu 24.04) some have the ending `t64`.
 *
 * @type {Record<string, readonly string[]>}
 */
export const libraryPackages = {
  'libX11.so.6': ['libx11-6'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXcursor.so.1': ['libxcursor1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXi.so.6': ['libxi6'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXrender.so.1': ['libxrender1'],
  'libXtst.so.6': ['libxtst6'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo-gobject.so.2': ['libcairo-gobject2'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgcc_s.so.1': ['libgcc-s1'],
  'libgdk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libgdk_pixbuf-2.0.so.0': ['libgdk-pixbuf-2.0-0'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgmodule-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libpangocairo-1.0.so.0': ['libpangocairo-1.0-0'],
  'libsecret-1.so.0': ['libsecret-1-0'],
  'libsmime3.so': ['libnss3'],
  'libstdc++.so.6': ['libstdc++6'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libxshmfence.so.1': ['libxshmfence1'],
}

/**
 * A program or file that runs or tests need beside Electron: present if one of `programs` is on the path, or one of
 * `folders` holds a font.
 *
 * @typedef {{ what: string, programs?: readonly string[], folders?: readonly string[], debian: readonly string[], fedora: string,
 *   suse: string, arch: string }} Companion
 */

/** A screen without a screen. @type {Companion} */
export const virtualDisplay = {
  what: 'Xvfb',
  programs: ['Xvfb'],
  debian: ['xvfb'],
  fedora: 'xorg-x11-server-Xvfb',
  suse: 'xorg-x11-server-Xvfb',
  arch: 'xorg-server-xvfb',
}

/** Any font: without one, pages are painted without letters. @type {Companion} */
export const font = {
  what: 'a font',
  folders: ['/usr/share/fonts', '/usr/local/share/fonts', `${homedir()}/.local/share/fonts`, `${homedir()}/.fonts`],
  debian: ['fonts-dejavu-core'],
  fedora: 'dejavu-sans-fonts',
  suse: 'dejavu-fonts',
  arch: 'ttf-dejavu',
}

/** What tests drive: a database, a browser, a message bus, a keychain, the default-browser mechanism. @type {readonly Companion[]} */
export const testCompanions = [
  {
    what: 'PostgreSQL',
    programs: ['pg_createcluster', 'initdb'],
    debian: ['postgresql'],
    fedora: 'postgresql-server',
    suse: 'postgresql-server',
    arch: 'postgresql',
  },
  {
    what: 'Chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    debian: ['chromium', 'chromium-browser'],
    fedora: 'chromium',
    suse: 'chromium',
    arch: 'chromium',
  },
  { what: 'D-Bus', programs: ['dbus-daemon'], debian: ['dbus-daemon', 'dbus'], fedora: 'dbus-daemon', suse: 'dbus-1-daemon', arch: 'dbus' },
  { what: 'dbus-send', programs: ['dbus-send'], debian: ['dbus-bin', 'dbus'], fedora: 'dbus-tools', suse: 'dbus-1-tools', arch: 'dbus' },
  {
    what: 'GNOME Keyring',
    programs: ['gnome-keyring-daemon'],
    debian: ['gnome-keyring'],
    fedora: 'gnome-keyring',
    suse: 'gnome-keyring',
    arch: 'gnome-keyring',
  },
  {
    what: 'secret-tool',
    programs: ['secret-tool'],
    debian: ['libsecret-tools'],
    fedora: 'libsecret',
    suse: 'libsecret-tools',
    arch: 'libsecret',
  },
  {
    what: 'certutil',
    programs: ['certutil'],
    debian: ['libnss3-tools'],
    fedora: 'nss-tools',
    suse: 'mozilla-nss-tools',
    arch: 'nss',
  },
  { what: 'xdg-open', programs: ['xdg-open'], debian: ['xdg-utils'], fedora: 'xdg-utils', suse: 'xdg-utils', arch: 'xdg-utils' },
]

/** What builds a package for Fedora and SUSE. @type {Companion} */
export const rpmBuilder = { what: 'rpmbuild', programs: ['rpmbuild'], debian: ['rpm'], fedora: 'rpm-build', suse: 'rpm-build', arch: 'rpm-tools' }
