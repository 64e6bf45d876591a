/** `--surface` of the page's own sheet, `src/renderer/look/tokens.css`. */
const surfaces = { light: '#ffffff', dark: '#1e1f25' }
/** The same in high contrast. */
const contrastSurfaces = { light: '#ffffff', dark: '#000000' }

/** The colour of a window before its page is painted and while it grows: the page's, so that no other one is seen. */
export function windowBackground({ isDark, hasMoreContrast }: { isDark: boolean; hasMoreContrast: boolean }): string {
  return (hasMoreContrast ? contrastSurfaces : surfaces)[isDark ? 'dark' : 'light']
}
