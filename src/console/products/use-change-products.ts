import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { OtherProduct, SaveProduct } from '../../contract/products'
import { failureOf } from '../api/failure'
import { productsQuery, saveProduct } from '../api/products-api'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'
import { keepProduct } from './keep-product'

/** Something that is done to a product. */
export interface ProductAct {
  readonly id: string | null
  /** Null removes it. */
  readonly product: SaveProduct | null
  /** The product as it is now, where there is one that is to come back. */
  readonly before?: OtherProduct
  /** What to say once it is done. */
  readonly text: string
  /** How to take it back, given the products as they are after it and what the product was before. */
  readonly undo?: (after: readonly OtherProduct[], kept: SaveProduct | null) => Omit<ProductAct, 'undo'> | null
}

/** Adds, changes or removes a product, says so, and offers to take it back. */
export function useChangeProducts() {
  const { t } = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const changing = useMutation({
    mutationFn: async ({ id, product, before }: ProductAct) => {
      // Its picture is read first, so that it can come back.
      const kept = before === undefined ? null : await keepProduct(before)
      return { products: await saveProduct(id, product), kept }
    },
    onSuccess: ({ products, kept }, { text, undo }) => {
      client.setQueryData(productsQuery.queryKey, products)
      const back = undo?.(products, kept) ?? null
      announce({
        outcome: 'done',
        text,
        ...(back === null ? {} : { action: { label: t('changeLicence.undo'), run: () => changing.mutate(back) } }),
      })
    },
    onError: (error) => {
      announce({ outcome: 'failed', text: t(`products.problems.${problemOf(error)}`) })
      void client.invalidateQueries({ queryKey: productsQuery.queryKey })
    },
  })
  return changing
}

function problemOf(error: unknown): 'invalid' | 'not-found' | 'not-a-picture' | 'unreachable' | 'unreachable-here' | 'unexpected' {
  const failure = failureOf(error)
  if (failure.kind !== 'refused') return failure.kind
  if (failure.error === 'too-large' || failure.error === 'not-a-picture') return 'not-a-picture'
  return failure.error === 'invalid' || failure.error === 'not-found' ? failure.error : 'unexpected'
}
