import type { Bridge } from '../../contract/channels'

/** Tells main when the system has a network again (HTML, "Browser state"): main itself hears nothing of that. */
export function followNetwork(bridge: Pick<Bridge, 'invoke'>, page: Pick<EventTarget, 'addEventListener'>): void {
  page.addEventListener('online', () => void bridge.invoke('network.returned').catch(() => undefined))
}
