import { afterEach, beforeEach, expect, it } from 'vitest'
import { startMailServer, type MailServer } from '../testing/mail-server'
import { createMail } from './mail'

let server: MailServer

beforeEach(async () => {
  server = await startMailServer()
})
afterEach(() => server.stop())

const message = { to: 'anna@example.com', subject: 'Grüße', text: 'Der Link:\nhttps://meet.example.com/invitation#ä' }

it('sends text through a server that wants a password', async () => {
  const mail = createMail({ server: server.address, from: 'Parley <meet@example.com>' })
  await mail.send(message)
  const { content } = await server.next('anna@example.com')
  expect(content).toContain('From: Parley <meet@example.com>')
  expect(content).toContain('https://meet.example.com/invitation#ä')
  mail.close()
})

it('makes one recipient of whatever is given as one', async () => {
  const mail = createMail({ server: server.address, from: 'meet@example.com' })
  await mail.send({ ...message, to: 'a@example.com, b@example.com' }).catch(() => undefined)
  await mail.send({ ...message, subject: 'x\r\nBcc: c@example.com' })
  expect(server.received.map(({ to }) => to)).toEqual(['anna@example.com'])
  expect(server.received[0]?.content).not.toMatch(/^Bcc:/m)
  mail.close()
})
