import './script-tokens.css'
import { Anchor, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { apiPrefix } from '../../contract/web-api'
import { Dialog } from '../../ui/dialog'
import type { ScriptTokenMade } from '../api/script-tokens-api'
import { scriptTokensExportAddress, scriptTokensQuery } from '../api/script-tokens-api'
import { isRefusal } from '../api/failure'
import { ExportLink } from '../fields/export-link'
import { useWords } from '../i18n/words'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { NewTokenForm } from './new-token-form'
import { ScriptTokensTable } from './script-tokens-table'
import { TokenMade } from './token-made'
import { useSayMade } from './use-say-made'

/** The signed-in account's own tokens for scripts. */
export function ScriptTokensPage() {
  const { t } = useWords()
  const tokens = useQuery(scriptTokensQuery)
  const [isMaking, setIsMaking] = useState(false)
  const [made, setMade] = useState<ScriptTokenMade | null>(null)
  const sayMade = useSayMade()
  const close = () => {
    setIsMaking(false)
    setMade(null)
    // Said once the dialog is gone, so that *Undo* can be reached.
    if (made !== null) sayMade(made.made)
  }
  const make = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setIsMaking(true)}>
      {t('scriptTokens.new')}
    </Button>
  )

  return (
    <div className="script-tokens">
      <PageHeading>{t('scriptTokens.title')}</PageHeading>
      <Text c="dimmed" className="reading">
        {t('scriptTokens.introduction')}{' '}
        <Anchor href={`${apiPrefix}/docs`} inherit>
          {t('scriptTokens.docs')}
        </Anchor>
      </Text>
      {tokens.data === undefined && tokens.isError ? (
        !isRefusal(tokens.error, 'not-signed-in') && (
          <FailureNotice error={tokens.error} isRetrying={tokens.isFetching} onRetry={() => void tokens.refetch()} />
        )
      ) : tokens.data?.length === 0 ? (
        <EmptyNotice
          icon={<IconKey size={40} />}
          title={t('scriptTokens.empty.title')}
          text={t('scriptTokens.empty.text')}
          action={make}
        />
      ) : (
        <>
          <Group gap="xs">
            {make}
            <ExportLink address={scriptTokensExportAddress} />
          </Group>
          <ScriptTokensTable tokens={tokens.data ?? null} now={tokens.dataUpdatedAt} />
        </>
      )}
      <Dialog
        isOpen={isMaking}
        onClose={close}
        title={t(made === null ? 'scriptTokens.new' : 'scriptTokens.made.title')}
        closeLabel={t('scriptTokens.close')}
        width={520}
      >
        {made === null ? <NewTokenForm onMade={setMade} onCancel={close} /> : <TokenMade made={made} onClose={close} />}
      </Dialog>
    </div>
  )
}
