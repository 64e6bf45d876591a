import { createContext, use } from 'react'
import type { Me } from '../../contract/console-api'

/** Who is signed in; inside the shell alone. */
export const MeContext = createContext<Me | null>(null)

/** Who is signed in. */
export function useMe(): Me {
  const me = use(MeContext)
  if (me === null) throw new Error('useMe needs Shell around it')
  return me
}
