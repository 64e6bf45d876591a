import type { CompanyFigures } from '../../../../contract/user-management'
import type { WorkspaceProblem } from '../../../../contract/workspace'
import { OutsideLink } from '../../../controls/button'
import { useWords } from '../../../i18n/words'
import { useClient } from '../../../state/client'
import { Blocked } from './blocked'
import { Figures } from './figures'

/** For companies whose licences lack user management: which ones have it. Nothing opens. */
export function NoLicencePanel({ figures, problem }: { figures: CompanyFigures; problem: WorkspaceProblem | null }) {
  const { t } = useWords()
  const { bridge } = useClient()
  return (
    <>
      <Blocked
        title={t('userManagement.noLicenceTitle')}
        text={t('userManagement.noLicenceText')}
        action={
          <OutsideLink onClick={() => void bridge.invoke('help.open', 'licences').catch(() => {})}>
            {t('userManagement.noLicenceAction')}
          </OutsideLink>
        }
      />
      <Figures figures={figures} problem={problem} />
    </>
  )
}
