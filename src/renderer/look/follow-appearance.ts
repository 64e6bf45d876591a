import type { AppStore } from '../state/app-store'

/** Gives the page the contrast and the motion that a person chose here, or else in the system. */
export function followAppearance(app: AppStore): void {
  const moreContrast = matchMedia('(prefers-contrast: more)')
  const lessMotion = matchMedia('(prefers-reduced-motion: reduce)')
  const apply = () => {
    const { contrast, motion } = app.getState().settings.appearance
    document.documentElement.toggleAttribute('data-more-contrast', contrast === 'more' || moreContrast.matches)
    document.documentElement.toggleAttribute('data-less-motion', motion === 'reduced' || lessMotion.matches)
  }
  apply()
  app.subscribe(apply)
  moreContrast.addEventListener('change', apply)
  lessMotion.addEventListener('change', apply)
}
