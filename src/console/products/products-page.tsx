import './products.css'
import { Button, Group, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconGridDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { isRefusal } from '../api/failure'
import { productsExportAddress, productsQuery } from '../api/products-api'
import { ExportLink } from '../fields/export-link'
import { useWords } from '../i18n/words'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { useMe } from '../shell/session'
import { ProductDialog, type ProductInDialog } from './product-dialog'
import { ProductRow } from './product-row'

/** The company's other products: where they are reached, and which are offered above every page. */
export function ProductsPage() {
  const { t } = useWords()
  const { account } = useMe()
  const products = useQuery(productsQuery)
  const [inDialog, setInDialog] = useState<ProductInDialog | null>(null)
  // With the first product, the button that has added it moves up to the heading: so does the focus.
  const isEmpty = products.data?.length === 0
  const [wasEmpty, setWasEmpty] = useState(false)
  if (isEmpty && !wasEmpty) setWasEmpty(true)
  const add = (
    <Button autoFocus={wasEmpty && !isEmpty} leftSection={<IconPlus size={16} aria-hidden />} aria-haspopup="dialog" onClick={() => setInDialog('new')}>
      {t('products.add')}
    </Button>
  )
  return (
    <div className="products">
      <div className="products-head">
        <div>
          <PageHeading>{t('products.title')}</PageHeading>
          <Text c="dimmed">{t('products.introduction')}</Text>
        </div>
        {products.data !== undefined && products.data.length > 0 && (
          <Group gap="xs">
            {add}
            <ExportLink address={productsExportAddress} />
          </Group>
        )}
      </div>
      {products.data === undefined ? (
        products.isError ? (
          !isRefusal(products.error, 'not-signed-in') && (
            <FailureNotice
              error={products.error}
              isRetrying={products.isFetching}
              onRetry={() => void products.refetch()}
            />
          )
        ) : (
          <Skeleton height={168} role="status" aria-label={t('products.loading')} />
        )
      ) : products.data.length === 0 ? (
        <EmptyNotice
          icon={<IconGridDots size={40} />}
          title={t('products.empty.title')}
          text={t('products.empty.text')}
          action={add}
        />
      ) : (
        <div className="part">
          <ul className="part-list" aria-label={t('products.list', { company: account.companyName })}>
            {products.data.map((product) => (
              <ProductRow
                key={product.id ?? product.licenceId}
                product={product}
                onChange={() => setInDialog(product)}
              />
            ))}
          </ul>
        </div>
      )}
      <ProductDialog product={inDialog} onClose={() => setInDialog(null)} />
    </div>
  )
}
