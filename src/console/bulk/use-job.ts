import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { jobSchema, type Job } from '../../contract/bulk-jobs'
import { fetchJob, jobEventsAddress } from '../api/bulk-api'
import { keys } from '../api/queries'

const moving: ReadonlySet<Job['state']> = new Set(['checking', 'waiting', 'running', 'stopping'])

/** Tells whether a job goes on by itself. */
export function isMoving({ state }: Job): boolean {
  return moving.has(state)
}

/** Milliseconds between two questions, for when events do not get through. */
const pause = 2_000

/**
 * A job as it is: told by the workspace as it happens, and asked for every so often. What it has made old is asked for
 * anew at its end.
 */
export function useJob(id: string) {
  const client = useQueryClient()
  const job = useQuery({
    queryKey: [...keys.jobs, id],
    queryFn: ({ signal }) => fetchJob(id, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) ? pause : false),
  })
  const isGoingOn = job.data !== undefined && isMoving(job.data)

  useEffect(() => {
    if (!isGoingOn) return
    const events = new EventSource(jobEventsAddress(id))
    events.onmessage = ({ data }: MessageEvent<unknown>) => {
      const parsed = jobSchema.safeParse(typeof data === 'string' ? JSON.parse(data) : null)
      if (parsed.success) client.setQueryData([...keys.jobs, id], parsed.data)
    }
    // The questions go on; the browser would connect again after the job's end.
    events.onerror = () => events.close()
    return () => {
      events.close()
      for (const key of [keys.users, keys.licences, [...keys.jobs, id, 'results']]) {
        void client.invalidateQueries({ queryKey: key })
      }
    }
  }, [client, id, isGoingOn])

  return job
}
