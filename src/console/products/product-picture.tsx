import {
  IconApps,
  IconBook,
  IconChartBar,
  IconCloud,
  IconDeviceDesktop,
  IconHeadset,
  IconMessage,
  IconShield,
  IconShoppingCart,
  IconTool,
  IconVideo,
  IconWorld,
} from '@tabler/icons-react'
import type { OtherProduct, ProductIcon } from '../../contract/products'
import { productPictureAddress } from '../api/products-api'

const pictures = {
  apps: IconApps,
  video: IconVideo,
  headset: IconHeadset,
  remote: IconDeviceDesktop,
  chart: IconChartBar,
  book: IconBook,
  chat: IconMessage,
  cloud: IconCloud,
  shield: IconShield,
  tool: IconTool,
  cart: IconShoppingCart,
  world: IconWorld,
} as const satisfies Record<ProductIcon, unknown>

/** What stands for a product. @param iconSize Pixels. @param size Pixels, of a picture of its own. */
export function ProductPicture({ product, iconSize, size = iconSize }: { product: OtherProduct; iconSize: number; size?: number }) {
  const { id, icon, picture } = product
  return id === null || picture === null ? (
    <ProductIconPicture icon={icon} size={iconSize} />
  ) : (
    <OwnPicture address={productPictureAddress(id, picture)} size={size} />
  )
}

/** A picture of the set. @param size Pixels. */
export function ProductIconPicture({ icon, size }: { icon: ProductIcon; size: number }) {
  const Picture = pictures[icon]
  return <Picture size={size} aria-hidden />
}

/** A picture of the product's own. @param size Pixels. */
export function OwnPicture({ address, size }: { address: string; size: number }) {
  return <img src={address} alt="" width={size} height={size} className="product-own-picture" />
}
