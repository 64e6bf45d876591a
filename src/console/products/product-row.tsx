import { Anchor, Button, Text } from '@mantine/core'
import type { OtherProduct } from '../../contract/products'
import { useWords } from '../i18n/words'
import { ProductPicture } from './product-picture'
import { useChangeProducts } from './use-change-products'

interface ProductRowProps {
  product: OtherProduct
  onChange: () => void
}

/** One product: where it is reached, changing and removing it. */
export function ProductRow({ product, onChange }: ProductRowProps) {
  const { t } = useWords()
  const removing = useChangeProducts()
  const { id, licenceId, name, address } = product
  const remove = () => {
    removing.mutate({
      id,
      product: null,
      before: product,
      text: t(licenceId === null ? 'products.removed' : 'products.addressRemoved', { name }),
      undo: (_, kept) => ({ id: null, product: kept, text: t('products.removeUndone', { name }) }),
    })
  }
  return (
    <li>
      <span className="product-picture">
        <ProductPicture product={product} iconSize={24} size={40} />
      </span>
      <div className="part-entry">
        <Text fw={600} className="breakable">
          {name}
        </Text>
        {address === null ? (
          <Text size="sm" c="dimmed">
            {t('products.noAddress')}
          </Text>
        ) : (
          <Anchor size="sm" href={address} target="_blank" rel="noopener noreferrer" className="breakable" dir="ltr">
            {address}
          </Anchor>
        )}
        {licenceId !== null && (
          <Text size="xs" c="dimmed">
            {t('products.held')}
          </Text>
        )}
      </div>
      <Button
        variant="default"
        size="compact-md"
        aria-haspopup="dialog"
        aria-label={t(address === null ? 'products.addAddressOf' : 'products.changeNamed', { name })}
        onClick={onChange}
      >
        {t(address === null ? 'products.addAddress' : 'products.change')}
      </Button>
      {id !== null && (
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('products.removeNamed', { name })}
          loading={removing.isPending}
          onClick={remove}
        >
          {t('products.remove')}
        </Button>
      )}
    </li>
  )
}
