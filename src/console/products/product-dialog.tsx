import { Stack, Text, TextInput } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { type OtherProduct, type SaveProduct, saveProductSchema } from '../../contract/products'
import { Dialog } from '../../ui/dialog'
import { FormEnd } from '../fields/form-end'
import { useLastShown } from '../fields/use-last-shown'
import { productPictureAddress } from '../api/products-api'
import { useWords } from '../i18n/words'
import { type ChosenPicture, PictureChoice } from './picture-choice'
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
  const [picture, setPicture] = useState<ChosenPicture>(() => pictureOf(product))
  const [faults, setFaults] = useState<readonly unknown[]>([])
  const licenceId = product?.licenceId ?? null

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const parsed = saveProductSchema.safeParse({ name, address: address.trim(), ...toSave(picture, product), licenceId })
    setFaults(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]))
    if (!parsed.success) return
    const wanted = parsed.data
    const id = product?.id ?? null
    changing.mutate(
      {
        id,
        product: wanted,
        ...(product === null ? {} : { before: product }),
        text: t(id === null ? 'products.added' : 'products.changed', { name: wanted.name }),
        undo: (after, kept) => {
          if (id !== null) return { id, product: kept, text: t('products.changeUndone', { name: kept?.name ?? '' }) }
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
        <PictureChoice value={picture} onChange={setPicture} />
        <FormEnd submit={t('changeLicence.save')} isSending={changing.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}

function pictureOf(product: OtherProduct | null): ChosenPicture {
  const { id = null, picture = null, icon = 'apps' } = product ?? {}
  if (id === null || picture === null) return { chosen: icon, own: null }
  return { chosen: 'own', own: { kind: 'saved', address: productPictureAddress(id, picture) } }
}

/** What is saved of a choice: under a picture of its own the product keeps its icon, and without one it has none. */
function toSave({ chosen, own }: ChosenPicture, product: OtherProduct | null): Pick<SaveProduct, 'icon' | 'picture'> {
  if (chosen !== 'own') return { icon: chosen, picture: null }
  const icon = product?.icon ?? 'apps'
  return own?.kind === 'chosen' ? { icon, picture: own.file } : { icon }
}
