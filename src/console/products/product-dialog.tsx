import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { type OtherProduct, productIcons, saveProductSchema } from '../../contract/products'
import { Dialog } from '../../ui/dialog'
import { useLastShown } from '../fields/use-last-shown'
import { useWords } from '../i18n/words'
import { ProductPicture } from './product-picture'
import { useChangeProducts } from './use-change-products'

/** What the dialog is about: a product to change, or `new`. */
export type ProductInDialog = OtherProduct | 'new'

interface ProductDialogProps {
  /** Null while the dialog is closed. */
  product: ProductInDialog | null
  onClose: () => void
}

/** Adds a product, or changes its name, address and picture. */
export function ProductDialog({ product, onClose }: ProductDialogProps) {
  const { t } = useWords()
  const shown = useLastShown(product)
  return (
    <Dialog
      isOpen={product !== null}
      onClose={onClose}
      title={shown === null || shown === 'new' ? t('products.add') : shown.name}
      closeLabel={t('changeLicence.close')}
      width={480}
    >
      {shown !== null && <ProductForm product={shown === 'new' ? null : shown} onClose={onClose} />}
    </Dialog>
  )
}

function ProductForm({ product, onClose }: { product: OtherProduct | null; onClose: () => void }) {
  const { t } = useWords()
  const changing = useChangeProducts()
  const [name, setName] = useState(product?.name ?? '')
  const [address, setAddress] = useState(product?.address ?? '')
  const [icon, setIcon] = useState<string>(product?.icon ?? 'apps')
  const [faults, setFaults] = useState<readonly unknown[]>([])
  const licenceId = product?.licenceId ?? null

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = saveProductSchema.safeParse({ name, address: address.trim(), icon, licenceId })
    setFaults(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]))
    if (!parsed.success) return
    const wanted = parsed.data
    const before = product === null ? null : saveProductSchema.safeParse(product).data ?? null
    const id = product?.id ?? null
    changing.mutate(
      {
        id,
        product: wanted,
        text: t(id === null ? 'products.added' : 'products.changed', { name: wanted.name }),
        undo: (after) => {
          if (id !== null) return { id, product: before, text: t('products.changeUndone', { name: before?.name ?? '' }) }
          const added = after.find((each) => each.address === wanted.address && each.name === wanted.name)
          const made = added?.id ?? null
          return made === null ? null : { id: made, product: null, text: t('products.addUndone', { name: wanted.name }) }
        },
      },
      { onSuccess: onClose },
    )
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {licenceId === null ? (
          <TextInput
            label={t('products.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={50}
            autoComplete="off"
            data-autofocus
            error={faults.includes('name') ? t('products.faults.name') : null}
          />
        ) : (
          <Text>{t('products.ofLicence')}</Text>
        )}
        <TextInput
          label={t('products.address')}
          description={t('products.addressHint')}
          type="url"
          dir="ltr"
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          {...(licenceId === null ? {} : { 'data-autofocus': true })}
          error={faults.includes('address') ? t('products.faults.address') : null}
        />
        <Radio.Group label={t('products.icon')} value={icon} onChange={setIcon}>
          <div className="product-icons">
            {productIcons.map((each) => (
              <Radio.Card key={each} value={each} aria-label={t(`products.icons.${each}`)} title={t(`products.icons.${each}`)}>
                <ProductPicture icon={each} size={24} />
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <Group gap="xs">
          <Button type="submit" loading={changing.isPending}>
            {t('changeLicence.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('changeLicence.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
