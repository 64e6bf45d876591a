import type { Settings } from '../../contract/settings'

/** What Electron's `session.setProxy` takes. */
export type ProxyConfig =
  | { mode: 'system' | 'direct' }
  | { mode: 'fixed_servers'; proxyRules: string; proxyBypassRules: string }
  | { mode: 'pac_script'; pacScript: string }

/**
 * The proxy that the settings name. A choice that lacks its address goes by the system's, as before it was made: direct
 * connections could be what the administrator does not want.
 */
export function proxyConfig(settings: Settings['network']): ProxyConfig {
  switch (settings.proxy) {
    case 'none':
      return { mode: 'direct' }
    case 'manual':
      if (settings.proxyAddress === '') return { mode: 'system' }
      return {
        mode: 'fixed_servers',
        proxyRules: settings.proxyAddress,
        proxyBypassRules: settings.proxyExceptions.split(/[\s,;]+/).filter((host) => host !== '').join(','),
      }
    case 'script':
      return settings.proxyScript === '' ? { mode: 'system' } : { mode: 'pac_script', pacScript: settings.proxyScript }
    case 'system':
      return { mode: 'system' }
  }
}

/**
 * Reads what `session.resolveProxy` answers, such as `PROXY one:8080; DIRECT`.
 *
 * @returns The first way's host and port, or null where it is a direct one.
 */
export function firstProxy(answer: string): string | null {
  const [kind = '', proxy = ''] = (answer.split(';')[0] ?? '').trim().split(/\s+/)
  return kind === '' || kind === 'DIRECT' || proxy === '' ? null : proxy
}
