import { useQuery } from '@tanstack/react-query'
import { createContext, useMemo } from 'react'
import type { Licence } from '../../contract/licence'
import { isoDate, licenceState } from '../../ui/licence-state'
import { licencesQuery } from '../api/queries'

/** Why a licence can't be used, by its id; of licences that can, nothing. */
type EndedLicences = ReadonlyMap<string, 'expired' | 'switched-off'>

/**
 * Finds the licences of which a seat is no use any more.
 *
 * @param today ISO 8601 date.
 */
export function findEnded(licences: readonly Licence[], today: string): EndedLicences {
  return new Map(
    licences.flatMap((licence) => {
      const { state } = licenceState(licence, today)
      return state === 'expired' || state === 'switched-off' ? [[licence.id, state] as const] : []
    }),
  )
}

/** The company's licences of which a seat is no use any more: whoever has one of them is listed with it all the same. */
export function useEndedLicences(): EndedLicences {
  const { data, dataUpdatedAt } = useQuery(licencesQuery)
  return useMemo(() => findEnded(data ?? [], isoDate(new Date(dataUpdatedAt))), [data, dataUpdatedAt])
}

/** What the rows of a table know of them. */
export const EndedLicences = createContext<EndedLicences>(new Map())
