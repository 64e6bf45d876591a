import { proxyAddressPattern, proxyScriptPattern } from '../../../../contract/proxy-address'
import { useWords } from '../../../i18n/words'
import { useAppState } from '../../../state/client'
import { ChoiceSetting, TextSetting } from '../setting'
import { SettingsFrame } from '../settings-frame'
import { useChangeSettings } from '../use-change-settings'
import { AuthoritiesSection } from './authorities-section'
import { CertificatesSection } from './certificates-section'
import { ConnectionTestSection } from './connection-test-section'
import { ProxySignInSection } from './proxy-sign-in-section'

/** The way to servers: proxy, own certificate authorities, and whether it works. */
export default function NetworkPage() {
  const { t } = useWords()
  const { proxy, proxyAddress, proxyExceptions, proxyScript } = useAppState((state) => state.settings.network)
  const [failed, change] = useChangeSettings()
  return (
    <SettingsFrame title={t('settings.network')} failed={failed}>
      <ChoiceSetting
        name="network.proxy"
        label={t('network.proxy')}
        hint={t('network.proxyHint')}
        value={proxy}
        choices={[
          { value: 'system', label: t('network.proxySystem') },
          { value: 'none', label: t('network.proxyNone') },
          { value: 'manual', label: t('network.proxyManual') },
          { value: 'script', label: t('network.proxyScript') },
        ]}
        onChange={(value) => change({ network: { proxy: value } })}
      />
      {proxy === 'manual' && (
        <>
          <TextSetting
            name="network.proxyAddress"
            label={t('network.address')}
            hint={t('network.addressHint')}
            value={proxyAddress}
            problemOf={(text) => (proxyAddressPattern.test(text) ? null : t('network.addressWrong'))}
            onChange={(text) => change({ network: { proxyAddress: text } })}
          />
          <TextSetting
            name="network.proxyExceptions"
            label={t('network.exceptions')}
            hint={t('network.exceptionsHint')}
            value={proxyExceptions}
            problemOf={() => null}
            onChange={(text) => change({ network: { proxyExceptions: text } })}
          />
        </>
      )}
      {proxy === 'script' && (
        <TextSetting
          name="network.proxyScript"
          label={t('network.script')}
          hint={t('network.scriptHint')}
          value={proxyScript}
          problemOf={(text) => (proxyScriptPattern.test(text) ? null : t('network.scriptWrong'))}
          onChange={(text) => change({ network: { proxyScript: text } })}
        />
      )}
      {proxy !== 'none' && <ProxySignInSection />}
      <AuthoritiesSection />
      <CertificatesSection />
      <ConnectionTestSection />
    </SettingsFrame>
  )
}
