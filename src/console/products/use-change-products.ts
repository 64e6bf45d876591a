import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { OtherProduct, SaveProduct } from '../../contract/products'
import { failureOf } from '../api/failure'
import { productsQuery, saveProduct } from '../api/products-api'
import { useWords } from '../i18n/words'
import { useAnnounce } from '../shell/announcement'

/** Something that is done to a product. */
export interface ProductAct {
  readonly id: string | null
  /** Null removes it. */
  readonly product: SaveProduct | null
  /** What to say once it is done. */
  readonly text: string
  /** How to take it back; the products as they are after it say which one it is about. */
  readonly undo?: (after: readonly OtherProduct[]) => Omit<ProductAct, 'undo'> | null
}

/** Adds, changes or removes a product, says so, and offers to take it back. */
export function useChangeProducts() {
  const { t } = useWords()
  const client = useQueryClient()
  const announce = useAnnounce()
  const changing = useMutation({
    mutationFn: ({ id, product }: ProductAct) => saveProduct(id, product),
    onSuccess: (products, { text, undo }) => {
      client.setQueryData(productsQuery.queryKey, products)
      const back = undo?.(products) ?? null
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

function problemOf(error: unknown): 'invalid' | 'not-found' | 'unreachable' | 'unexpected' {
  const failure = failureOf(error)
  if (failure.kind !== 'refused') return failure.kind
  return failure.error === 'invalid' || failure.error === 'not-found' ? failure.error : 'unexpected'
}
