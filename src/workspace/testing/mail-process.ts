import { randomUUID } from 'node:crypto'
import { openSqlite } from '../database/sqlite'
import { endAllLeases } from '../jobs/claim-job'
import { createMail } from '../mail/mail'
import { sendNextMail } from '../mail/send-mail'
import { createSealing } from '../secrets/sealing'

/** A process that sends the mails that wait in a SQLite until there are none, for tests that kill it. */
const [path = '', server = '', key = ''] = process.argv.slice(2)
const db = openSqlite(path)
await endAllLeases(db)
process.stdout.write('working\n')
const mail = createMail({ server, from: 'meet@example.com' })
const sending = { mail, address: 'https://meet.example.com', sealing: createSealing(key, 'meeting passwords'), log: () => undefined }
const worker = { db, instanceId: randomUUID(), now: Date.now, lease: 15_000 }
while (await sendNextMail(worker, sending));
mail.close()
await db.destroy()
