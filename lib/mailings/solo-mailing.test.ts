import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { sendDue } from '@/lib/mail/send-due'
import { coarsen } from '@/lib/signatures/coarsen'
import type { Staff } from '@/lib/staff/staff'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { advanceMailings } from './advance-mailings'
import { composeMailing } from './compose-mailing'
import { createMailing, saveMailingText } from './draft'
import { pauseMailing, requestMailing, resumeMailing } from './send-mailing'

useDatabase()

const now = new Date('2026-12-10T06:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const days = (n: number) => minutes(n * 24 * 60)
let editor: Staff
let received: string[] = []

beforeEach(async () => {
  await pool().query('TRUNCATE mail, signature, mailing, coarse_until CASCADE')
  editor = await aStaffMember('editor', now)
  received = []
})

async function signers(slug: string, from: number, count: number, at: Date) {
  const id = (await db().petition.findUnique({ where: { slug } }))?.id ?? (await aPetition(slug))
  for (let i = from; i < from + count; i += 1) await signAs(slug, `u${i}@gmail.com`, at, { updates: 'on' })
  await confirmWaiting(id, at)
  await pool().query('DELETE FROM mail')
  return id
}

/** Sent by one person alone, and stopped before anything is queued. */
async function sentAndStopped(petitionId: string): Promise<string> {
  const begun = await createMailing(editor, petitionId, now)
  if (!begun.ok) throw new Error(begun.reason)
  const { id } = begun
  await saveMailingText(editor, { id, locale: 'en', revision: 0 }, { subject: 'News', body: 'News' }, now)
  const { revision } = await db().mailing.findUniqueOrThrow({ where: { id } })
  expect(await requestMailing(editor, id, revision, '', minutes(1))).toEqual({ ok: true, approval: null })
  expect(await pauseMailing(editor, id, minutes(1))).toEqual({ ok: true })
  return id
}

async function drain(at: Date): Promise<void> {
  const send = async ({ mails }: { mails: { to: string }[] }) => {
    received.push(...mails.map(({ to }) => to))
    return mails.map(() => ({ kind: 'accepted' }) as const)
  }
  const driver = { batchSize: 100, send, close: async () => undefined }
  for (let i = 0; i < 5; i += 1) {
    await advanceMailings(at)
    await sendDue(driver, { mailing: composeMailing }, () => at)
  }
  await advanceMailings(at)
}

test('one person mails no more than were counted, also once only days are kept of when others confirmed', async () => {
  const petition = await signers('alone', 0, 3, now)
  const id = await sentAndStopped(petition)
  await signers('alone', 3, 20, minutes(60))
  expect(await coarsen(days(12))).toBe(23)
  // As if resumed within the day: the number holds even so.
  await db().mailing.update({ where: { id }, data: { stage: 'sending' } })
  await drain(days(12))
  expect(received).toHaveLength(3)
  expect(await db().mailing.findUnique({ where: { id } })).toMatchObject({ stage: 'done', recipients: 3, queued: 3 })
})

test('what one person sent and stopped can be resumed for a day, and then ends', async () => {
  const petition = await signers('expired', 0, 3, now)
  const id = await sentAndStopped(petition)
  expect(await resumeMailing(editor, id, days(12))).toEqual({ ok: false, reason: 'changed' })
  await drain(minutes(23 * 60))
  expect(await db().mailing.findUnique({ where: { id } })).toMatchObject({ stage: 'stopped' })
  await drain(days(2))
  expect(await db().mailing.findUnique({ where: { id } })).toMatchObject({ stage: 'done', queued: 0 })
  expect(received).toEqual([])
})

test('resumed in time, it goes to all that were counted', async () => {
  const id = await sentAndStopped(await signers('resumed', 0, 3, now))
  expect(await resumeMailing(editor, id, minutes(60))).toEqual({ ok: true })
  await drain(minutes(61))
  expect(new Set(received).size).toBe(3)
})

test('the database lets no mailing of one person have more than a hundred mails', async () => {
  const id = await sentAndStopped(await signers('held-to-it', 0, 1, now))
  await expect(db().mailing.update({ where: { id }, data: { queued: 101 } })).rejects.toThrow('mailing_alone_few')
})
