/**
 * Leads whoever sends a form with faults to the first of them (WCAG 2.2, 3.3.1): in a long form it may be out of sight.
 *
 * @returns What ends it.
 */
export function leadToFirstFault(): () => void {
  const lead = ({ target }: Event) => {
    if (!(target instanceof HTMLFormElement)) return
    // The faults are shown by then.
    requestAnimationFrame(() => target.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  document.addEventListener('submit', lead)
  return () => {
    document.removeEventListener('submit', lead)
  }
}
