import { Badge, Button, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ScriptToken } from '../../contract/script-tokens'
import { regionOf } from '../../ui/region'
import { useWords } from '../i18n/words'
import { SkeletonRows } from '../users/skeleton-rows'
import { RevokeTokenDialog } from './revoke-token-dialog'
import { scopeWords } from './scope-words'

const columns = ['name', 'scopes', 'ends', 'lastUsed'] as const

interface ScriptTokensTableProps {
  /** Null while they load. */
  tokens: readonly ScriptToken[] | null
  /** Milliseconds since the epoch. */
  now: number
}

/** The account's tokens; those that have ended stay for a month. */
export function ScriptTokensTable({ tokens, now }: ScriptTokensTableProps) {
  const { t, language } = useWords()
  const [revoked, setRevoked] = useState<ScriptToken | null>(null)
  const format = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium' })
  const formatTime = new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <Table className="script-tokens-table" aria-label={t('scriptTokens.title')} aria-busy={tokens === null}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {t(`scriptTokens.columns.${column}`)}
              </Table.Th>
            ))}
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tokens === null ? (
            <SkeletonRows columns={columns.length + 1} />
          ) : (
            tokens.map((token) => (
              <Table.Tr key={token.id}>
                <Table.Th scope="row" className="breakable">
                  <Text fw={600}>{token.name}</Text>
                </Table.Th>
                <Table.Td data-label={t('scriptTokens.columns.scopes')}>
                  {token.scopes.map((scope) => t(scopeWords[scope])).join(', ')}
                </Table.Td>
                <Table.Td data-label={t('scriptTokens.columns.ends')}>
                  {token.endsAt <= now ? (
                    <Badge color="gray" variant="light">
                      {t('scriptTokens.ended')}
                    </Badge>
                  ) : (
                    format.format(token.endsAt)
                  )}
                </Table.Td>
                <Table.Td data-label={t('scriptTokens.columns.lastUsed')}>
                  {token.lastUsedAt === null ? t('scriptTokens.never') : formatTime.format(token.lastUsedAt)}
                </Table.Td>
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('scriptTokens.revokeNamed', { name: token.name })}
                    onClick={() => setRevoked(token)}
                  >
                    {t('scriptTokens.revoke')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))
          )}
        </Table.Tbody>
      </Table>
      <RevokeTokenDialog token={revoked} onClose={() => setRevoked(null)} />
    </>
  )
}
