import './bulk.css'
import { Anchor, Button, Group, Table, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { importFields, type Import, type ImportField } from '../../contract/imports'
import { checkImport, uploadImport } from '../api/bulk-api'
import { keys } from '../api/queries'
import { ChoiceField } from '../fields/choice-field'
import { useWords } from '../i18n/words'
import { ProblemAlert } from '../identity/problem-alert'
import { jobPath, paths } from '../routes/paths'
import { PageHeading } from '../shell/page-heading'
import { useMe } from '../shell/session'
import { ImportFile } from './import-file'
import { useJobWords } from './use-job-words'

/** Users from a CSV file: which one, and what its columns hold. Then every row is checked, on the page of its job. */
export function ImportPage() {
  const { t } = useWords()
  const { problemOf } = useJobWords()
  const uploading = useMutation({ mutationFn: uploadImport })
  return (
    <div className="jobs">
      <Anchor component={Link} href={paths.users} className="back-link">
        <IconArrowLeft size={16} aria-hidden />
        {t('userPage.back')}
      </Anchor>
      <PageHeading>{t('import.title')}</PageHeading>
      <Text className="reading">{t('import.introduction')}</Text>
      <ImportFile
        chosen={uploading.variables?.name ?? null}
        isUploading={uploading.isPending}
        onChoose={(file) => uploading.mutate(file)}
      />
      <ProblemAlert text={uploading.error === null ? null : problemOf(uploading.error)} />
      <div role="status">{uploading.isPending && <Text>{t('import.uploading')}</Text>}</div>
      {uploading.data !== undefined && <MappingForm key={uploading.data.job.id} uploaded={uploading.data} />}
    </div>
  )
}

const needed: ReadonlySet<ImportField> = new Set(['email', 'name'])

function MappingForm({ uploaded: { job, file, mapping } }: { uploaded: Import }) {
  const { t } = useWords()
  const { language } = useMe().company
  const { problemOf } = useJobWords()
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const [columns, setColumns] = useState(mapping)
  const checking = useMutation({
    mutationFn: (chosen: { email: number; name: number }) =>
      checkImport(job.id, { mapping: { ...columns, ...chosen }, language }),
    onSuccess: (next) => {
      client.setQueryData([...keys.jobs, next.id], next)
      navigate(jobPath(next.id))
    },
  })
  const { email, name } = columns
  return (
    <form
      className="jobs"
      onSubmit={(event) => {
        event.preventDefault()
        if (email !== null && name !== null) checking.mutate({ email, name })
      }}
    >
      <Text>{t('import.understood', { encoding: file.encoding.toUpperCase(), delimiter: delimiterOf(file.delimiter) })}</Text>
      <div className="import-mapping">
        {importFields.map((field) => (
          <ColumnChoice
            key={field}
            label={t(`import.fields.${field}`)}
            isNeeded={needed.has(field)}
            value={columns[field]}
            columns={file.columns}
            onChoose={(column) => setColumns({ ...columns, [field]: column })}
          />
        ))}
      </div>
      <div className="import-examples" tabIndex={0} role="region" aria-label={t('import.examples')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {file.columns.map((column, at) => (
                // Columns can be called alike; their place is what they are.
                <Table.Th key={at} scope="col">
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {file.examples.map((row, at) => (
              <Table.Tr key={at}>
                {file.columns.map((_, column) => (
                  <Table.Td key={column}>{row[column] ?? ''}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <ProblemAlert text={checking.error === null ? null : problemOf(checking.error)} />
      <Group>
        <Button type="submit" disabled={email === null || name === null} loading={checking.isPending}>
          {t('import.check')}
        </Button>
      </Group>
    </form>
  )
}

function delimiterOf(delimiter: Import['file']['delimiter']): string {
  return delimiter === '\t' ? '⇥' : delimiter
}

interface ColumnChoiceProps {
  label: string
  isNeeded: boolean
  value: number | null
  columns: readonly string[]
  onChoose: (column: number | null) => void
}

function ColumnChoice({ label, isNeeded, value, columns, onChoose }: ColumnChoiceProps) {
  const { t } = useWords()
  const none = { value: '', label: isNeeded ? t('bulk.choose') : t('import.none') }
  return (
    <ChoiceField
      className="bulk-choice"
      label={label}
      value={value === null ? '' : String(value)}
      options={[none, ...columns.map((column, at) => ({ value: String(at), label: column }))]}
      onChoose={(chosen) => onChoose(chosen === '' ? null : Number(chosen))}
    />
  )
}
