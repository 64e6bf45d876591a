import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { useAppState, useClient } from '../../../state/client'
import section from '../section.module.css'
import { SwitchSetting } from '../setting'
import { useChangeSettings } from '../use-change-settings'

/** Drawing with the graphics card; what is chosen applies with the next start. */
export function GraphicsSection() {
  const { t } = useWords()
  const { bridge } = useClient()
  const wanted = useAppState((state) => state.settings.advanced.hardwareAcceleration)
  const present = useAppState((state) => state.hardwareAcceleration)
  const [failed, change] = useChangeSettings()
  return (
    <section className={section['section']}>
      <SwitchSetting
        name="advanced.hardwareAcceleration"
        label={t('graphics.acceleration')}
        hint={t('graphics.accelerationHint')}
        checked={wanted}
        onChange={(hardwareAcceleration) => change({ advanced: { hardwareAcceleration } })}
      />
      <div role="status">
        {wanted !== present && (
          <Message
            kind="note"
            actions={<Button onClick={() => void bridge.invoke('app.restart').catch(() => {})}>{t('graphics.restart')}</Button>}
          >
            {t('graphics.restartNeeded')}
          </Message>
        )}
      </div>
      {failed && <Message kind="problem">{t('settings.notSaved')}</Message>}
    </section>
  )
}
