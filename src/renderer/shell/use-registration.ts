import { usePage } from './use-page'

/** What goes to the company's registration at the vendor, in the settings; null where that is in sight. */
export function useRegistration(): (() => void) | null {
  const [{ page }, go] = usePage()
  return page === 'settings.advanced' ? null : () => go({ page: 'settings.advanced' })
}
