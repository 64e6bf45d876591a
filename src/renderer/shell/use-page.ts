import { useMemo } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { pageOfPath, pagePath, type Destination, type Page, type PlainPage } from '../../contract/routes'

/** What a path leads to; Settings itself opens its first page, and an unknown path leads home. */
export function pageAt(path: string): Destination {
  return pageOfPath(path) ?? { page: path.startsWith('/settings') ? 'settings.account' : 'home' }
}

/** The current page with its parameters, and the function that goes to another one. */
export function usePage(): [Destination, (destination: Destination) => void] {
  const [path, navigate] = useHashLocation()
  const destination = useMemo(() => pageAt(path), [path])
  return [destination, (next) => navigate(pagePath(next))]
}

/** The address of a page inside the client, for a link. */
export function pageHref(page: PlainPage): string {
  return `#${pagePath({ page })}`
}

/** `settings` for every page of the settings, else the page itself: one entry of the sidebar each. */
export function room(page: Page): string {
  return page.split('.')[0] ?? page
}
