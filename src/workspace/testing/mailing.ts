import { z } from 'zod'
import { consoleApiPrefix } from '../../contract/page-paths'
import { passwordLinksSchema, type PasswordLinksOf } from '../../contract/password-links'
import { noFilter } from '../../contract/users-filter'
import { findJob, listResults } from '../jobs/find-jobs'
import { mailsLane } from '../jobs/mail-links'
import { workOnNextJob } from '../jobs/run-jobs'
import { createMail, type Mail } from '../mail/mail'
import { sendNextMail } from '../mail/send-mail'
import { markSeen } from '../users/find-account'
import { apiWorkspace } from './api-workspace'
import { dump } from './dump'
import { startMailServer } from './mail-server'

export const everybody: PasswordLinksOf = { kind: 'all', filter: noFilter, except: [] }
export const emailOf = (name: string) => `${name.toLowerCase()}@example.com`

/** A mail server that is not there. */
export const nowhere = () => createMail({ server: 'smtp://127.0.0.1:1', from: 'meet@example.com' })

/** A server whose sender dies each time after a message was taken, before it hears of that; `deaths` lets the sender come back late. */
export function dyingAfterMail(mail: Mail) {
  const deaths: (() => void)[] = []
  const dying: Mail = {
    ...mail,
    send: async (message) => {
      await mail.send(message)
      await new Promise<void>((resolve) => deaths.push(resolve))
    },
  }
  return { dying, deaths }
}

/**
 * A workspace with a real mail server and people who have never signed in. Instances work when they are told to.
 *
 * @param lease Milliseconds for which an instance that says nothing is believed to be alive.
 */
export async function mailingWorkspace(names: readonly string[], now: () => number, lease: number) {
  const server = await startMailServer()
  const mail = createMail({ server: server.address, from: 'meet@example.com' })
  const workspace = await apiWorkspace({ now, mail })
  const { db, companyId, administratorId } = workspace
  await markSeen(db, administratorId, now())
  const ids = new Map<string, string>()
  const add = async (name: string) => ids.set(name, await workspace.add(name, emailOf(name)))
  for (const name of names) await add(name)
  const log = (event: string, fields = {}) => workspace.logLines.push(JSON.stringify({ event, ...fields }))
  return {
    ...workspace,
    server,
    mail,
    author: { companyId, actor: { accountId: administratorId, email: 'anna@example.com', role: 'administrator' } } as const,
    addMember: add,
    idOf: (name: string) => ids.get(name) ?? '',
    /** Has links made and mailed for everybody. @returns The job. */
    makeLinks: async (): Promise<string> => {
      const wanted = { of: everybody, isMailed: true }
      const path = `${consoleApiPrefix}/users/password-links`
      const answer = await workspace.send('POST', path, workspace.inConsole(administratorId), wanted)
      return passwordLinksSchema.extend({ jobId: z.string() }).parse(await answer.json()).jobId
    },
    /** One instance looks for mail to send, as it does every so often. @returns False when there was none. */
    work: (instanceId = 'one', using: Mail | null = mail, isStopping = () => false): Promise<boolean> => {
      const lane = mailsLane({ mail: using, address: 'https://meet.example.com', sealing: workspace.sealing, log })
      return workOnNextJob({ db, instanceId, now, lease }, log, isStopping, lane)
    },
    /** One instance sends what else waits, until there is nothing more to send now. */
    post: async (instanceId = 'one', using: Mail = mail): Promise<void> => {
      const sending = { mail: using, address: 'https://meet.example.com', sealing: workspace.sealing, log }
      while (await sendNextMail({ db, instanceId, now, lease }, sending));
    },
    job: (id: string) => findJob(db, companyId, id, now()),
    results: async (id: string) =>
      (await listResults(db, id, { after: 0, limit: 100 })).results
        .map(({ name, state, reasons }) => [name, state, ...reasons].join(' '))
        .sort(),
    recipients: () => server.received.map(({ to }) => to).sort(),
    /** All that is kept of links, as text. */
    kept: () => dump(db, ['accountLink', 'event', 'invitation', 'job', 'jobItem', 'mail']),
    remove: async () => {
      mail.close(true)
      await server.stop()
      await workspace.remove()
    },
  }
}

export type MailingWorkspace = Awaited<ReturnType<typeof mailingWorkspace>>
