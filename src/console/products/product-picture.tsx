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
import type { ProductIcon } from '../../contract/products'

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

/** A product's picture. @param size Pixels. */
export function ProductPicture({ icon, size }: { icon: ProductIcon; size: number }) {
  const Picture = pictures[icon]
  return <Picture size={size} aria-hidden />
}
