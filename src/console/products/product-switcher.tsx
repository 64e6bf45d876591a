import { ActionIcon, Menu, Text, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconExternalLink, IconGridDots, IconSettings } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { mayUse } from '../../contract/console-areas'
import { productsQuery } from '../api/products-api'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { useMe } from '../shell/session'
import { ProductPicture } from './product-picture'

/** Leads to the company's other products, each in a tab of its own. */
export function ProductSwitcher() {
  const { t } = useWords()
  const { account } = useMe()
  const [, navigate] = useLocation()
  const [isOpen, setIsOpen] = useState(false)
  const products = useQuery({ ...productsQuery, enabled: isOpen })
  const reached = (products.data ?? []).filter(({ address }) => address !== null)
  return (
    <Menu
      position="bottom-end"
      width={264}
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      opened={isOpen}
      onChange={setIsOpen}
    >
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={t('products.switcher')} title={t('products.switcher')}>
          <IconGridDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('products.switcher')}</Menu.Label>
        {reached.map((product) => (
          <Menu.Item
            key={product.id}
            component="a"
            href={product.address ?? ''}
            target="_blank"
            rel="noopener noreferrer"
            leftSection={<ProductPicture product={product} iconSize={20} />}
            rightSection={
              <>
                <IconExternalLink size={14} aria-hidden />
                <VisuallyHidden>{t('products.newTab')}</VisuallyHidden>
              </>
            }
            className="breakable"
          >
            {product.name}
          </Menu.Item>
        ))}
        {reached.length === 0 && (
          <Text size="sm" c="dimmed" className="account-summary" role="presentation">
            {t(products.isError ? 'products.failed' : products.isSuccess ? 'products.none' : 'products.loading')}
          </Text>
        )}
        {mayUse(account.role, 'products') && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconSettings size={20} aria-hidden />} onClick={() => navigate(paths.products)}>
              {t('products.manage')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
