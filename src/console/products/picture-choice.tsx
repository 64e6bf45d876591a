import { Radio } from '@mantine/core'
import { useState } from 'react'
import { type ProductIcon, productIcons } from '../../contract/products'
import { useWords } from '../i18n/words'
import { PictureButton } from '../pictures/picture-button'
import { toBase64 } from '../pictures/to-base64'
import { OwnPicture, ProductIconPicture } from './product-picture'

/** A picture of the product's own: one that it has (an address), or one that was chosen just now (PNG, in base64). */
type OwnPictureOfProduct =
  | { readonly kind: 'saved'; readonly address: string }
  | { readonly kind: 'chosen'; readonly file: string }

/** What stands for a product; a picture of its own stays at hand while another one is tried. */
export interface ChosenPicture {
  readonly chosen: ProductIcon | 'own'
  readonly own: OwnPictureOfProduct | null
}

interface PictureChoiceProps {
  value: ChosenPicture
  onChange: (value: ChosenPicture) => void
}

/** Chooses what stands for a product: one of a set, or a picture of its own. */
export function PictureChoice({ value: { chosen, own }, onChange }: PictureChoiceProps) {
  const { t } = useWords()
  const [isNoPicture, setIsNoPicture] = useState(false)

  async function choose(scaled: Blob | null): Promise<void> {
    const file = scaled === null ? null : await toBase64(scaled).catch(() => null)
    setIsNoPicture(file === null)
    if (file !== null) onChange({ chosen: 'own', own: { kind: 'chosen', file } })
  }

  function select(value: string): void {
    const icon = productIcons.find((each) => each === value)
    setIsNoPicture(false)
    onChange({ chosen: icon ?? 'own', own })
  }

  return (
    <Radio.Group
      label={t('products.icon')}
      description={t('products.pictureHint')}
      value={chosen}
      onChange={select}
      error={isNoPicture ? t('company.problems.not-a-picture') : null}
    >
      <div className="product-icons">
        {own !== null && (
          <Radio.Card value="own" aria-label={t('products.ownPicture')} title={t('products.ownPicture')}>
            <OwnPicture address={own.kind === 'saved' ? own.address : `data:image/png;base64,${own.file}`} size={32} />
          </Radio.Card>
        )}
        {productIcons.map((each) => (
          <Radio.Card key={each} value={each} aria-label={t(`products.icons.${each}`)} title={t(`products.icons.${each}`)}>
            <ProductIconPicture icon={each} size={24} />
          </Radio.Card>
        ))}
      </div>
      <PictureButton
        label={t(own === null ? 'products.choosePicture' : 'products.chooseOtherPicture')}
        onChosen={(picture) => void choose(picture)}
        size="compact-md"
        className="product-choose-picture"
      />
    </Radio.Group>
  )
}
