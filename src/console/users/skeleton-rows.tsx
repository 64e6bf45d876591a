import { Skeleton, VisuallyHidden } from '@mantine/core'
import { useWords } from '../i18n/words'

/** As many as fit a screen: what comes takes the same room. */
const rows = 12

/** The table's shape while its users load. */
export function SkeletonRows({ columns }: { columns: number }) {
  const { t } = useWords()
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row}>
      {Array.from({ length: columns }, (_, column) => (
        <td key={column} className="skeleton-cell">
          {row === 0 && column === 0 && <VisuallyHidden>{t('users.loading')}</VisuallyHidden>}
          <Skeleton height={12} width={column === columns - 1 ? 104 : `${50 + ((row * 3 + column * 5) % 4) * 12}%`} />
        </td>
      ))}
    </tr>
  ))
}
