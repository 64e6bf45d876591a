/** Permissions that a page can ask the state of (Permissions API), by their names there. */
export const permissionNames = [
  'geolocation',
  'notifications',
  'camera',
  'microphone',
  'midi',
  'clipboard-read',
  'clipboard-write',
  'persistent-storage',
  'background-sync',
  'storage-access',
  'screen-wake-lock',
  'idle-detection',
  'window-management',
  'local-fonts',
] as const

/**
 * Ways to ask for something that needs a permission. Each ends in what came of it: `refused`, `not offered`, or what was
 * given.
 */
export const requests: Readonly<Record<string, string>> = {
  'geolocation': `return new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('given'), () => done('refused')))`,
  'notifications': `return await Notification.requestPermission() === 'granted' ? 'given' : 'refused'`,
  'camera': `return navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', () => 'refused')`,
  'microphone': `return navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', () => 'refused')`,
  'screen': `return navigator.mediaDevices.getDisplayMedia().then(() => 'given', () => 'refused')`,
  'reading the clipboard': `return navigator.clipboard.readText().then(() => 'given', () => 'refused')`,
  'writing the clipboard': `return navigator.clipboard.writeText('x').then(() => 'given', () => 'refused')`,
  'MIDI': `return navigator.requestMIDIAccess({ sysex: true }).then(() => 'given', () => 'refused')`,
  'USB': `return navigator.usb ? navigator.usb.requestDevice({ filters: [] }).then(() => 'given', () => 'refused') : 'not offered'`,
  'HID': `return navigator.hid ? navigator.hid.requestDevice({ filters: [] }).then((d) => d.length > 0 ? 'given' : 'refused', () => 'refused') : 'not offered'`,
  'serial': `return navigator.serial ? navigator.serial.requestPort().then(() => 'given', () => 'refused') : 'not offered'`,
  // Refused, it neither resolves nor rejects.
  'full screen': `document.documentElement.requestFullscreen().catch(() => undefined); return new Promise((done) => { document.addEventListener('fullscreenchange', () => done('given')); setTimeout(() => done('refused'), 1000) })`,
  'wake lock': `return navigator.wakeLock ? navigator.wakeLock.request().then(() => 'given', () => 'refused') : 'not offered'`,
  'local fonts': `return window.queryLocalFonts ? queryLocalFonts().then((f) => f.length > 0 ? 'given' : 'refused', () => 'refused') : 'not offered'`,
  'a folder': `return window.showDirectoryPicker && navigator.userActivation.isActive === false ? showDirectoryPicker().then(() => 'given', () => 'refused') : 'not offered'`,
  'idle state': `return window.IdleDetector ? IdleDetector.requestPermission().then((s) => s === 'granted' ? 'given' : 'refused', () => 'refused') : 'not offered'`,
}
