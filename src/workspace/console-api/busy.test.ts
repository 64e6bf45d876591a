import { afterEach, beforeEach, expect, it } from 'vitest'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'

let workspace: ApiWorkspace

beforeEach(async () => {
  workspace = await apiWorkspace()
})
afterEach(() => workspace.remove())

it('says that the database is busy, and when to ask again, in the console as in the API', async () => {
  const { db, administratorId } = workspace
  const anna = await workspace.as(administratorId)
  // What SQLite says when another process has held its lock for too long, and `pg` when no connection came free.
  const busy = [Object.assign(new Error('database is locked'), { code: 'ERR_SQLITE_ERROR', errcode: 5 }), new Error('timeout exceeded when trying to connect')]
  const { executeQuery } = db.getExecutor()
  for (const error of busy) {
    db.getExecutor().executeQuery = () => Promise.reject(error)
    const inConsole = await workspace.send('PUT', '/console-api/company', workspace.inConsole(administratorId), { name: 'New' })
    const inApi = await anna('GET', '/users')
    db.getExecutor().executeQuery = executeQuery
    expect([inConsole.status, inConsole.headers.get('retry-after'), await inConsole.json()]).toEqual([503, '1', { error: 'busy' }])
    expect([inApi.status, inApi.headers.get('retry-after')]).toEqual([503, '1'])
  }
})
