import { useHashLocation } from 'wouter/use-hash-location'
import { pageOfPath, pagePath, type Page } from '../../contract/routes'

/** The page that a path leads to; Settings itself opens its first page, and an unknown path leads home. */
export function pageAt(path: string): Page {
  return pageOfPath(path) ?? (path.startsWith('/settings') ? 'settings.account' : 'home')
}

/** The current page, and the function that goes to another one. */
export function usePage(): [Page, (page: Page) => void] {
  const [path, navigate] = useHashLocation()
  return [pageAt(path), (page) => navigate(pagePath(page))]
}

/** The address of a page inside the client, for a link. */
export function pageHref(page: Page): string {
  return `#${pagePath(page)}`
}

/** `settings` for every page of the settings, else the page itself: one entry of the sidebar each. */
export function room(page: Page): string {
  return page.split('.')[0] ?? page
}
