import { beforeEach, describe, expect, it, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import type { Driver, OutgoingMail } from '@/lib/mail/gateway/driver'
import { purgeMail } from '@/lib/mail/purge-mail'
import { sendDue } from '@/lib/mail/send-due'
import { suppressionHashes } from '@/lib/mail/suppression/address-hash'
import { aPetition, onlyToken, signAs } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { composeSignatureMail } from './compose-mail'
import { confirm } from './confirm'
import { findByToken } from './find-by-token'
import { purgeUnconfirmed } from './purge-unconfirmed'
import { queueReminders } from './queue-reminders'
import { refuseReminder } from './refuse-reminder'
import { withdraw } from './withdraw'

useDatabase()

const HOUR = 3_600_000
const start = new Date('2026-11-01T12:00:00Z')
const at = (hours: number) => new Date(start.getTime() + hours * HOUR)
let petition = ''
let petitionId = ''
let outbox: OutgoingMail[] = []

const driver: Driver = {
  batchSize: 100,
  async send({ mails }) {
    outbox.push(...mails)
    return mails.map(() => ({ kind: 'accepted' as const }))
  },
  close: async () => undefined,
}
const composers = { signature: composeSignatureMail, reminder: composeSignatureMail }

async function send(hours: number): Promise<void> {
  for (let claimed = 1; claimed > 0; ) ({ claimed } = await sendDue(driver, composers, () => at(hours)))
}

/** Runs the worker's hourly tasks, until the forms are deleted. */
async function live(until = 8 * 24, from = 1): Promise<void> {
  for (let hours = from; hours <= until; hours += 12) {
    await queueReminders(at(hours))
    await purgeMail(at(hours))
    await purgeUnconfirmed(at(hours))
    await send(hours)
  }
}

const subjects = () => outbox.map(({ subject }) => subject)
const FIRST = 'Confirm your signature: A call'
const REMINDER = 'Reminder: confirm your signature: A call'

beforeEach(async () => {
  await pool().query('TRUNCATE mail, signature, pending_signature, suppression CASCADE')
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  outbox = []
  petition = `call-${Math.random().toString(36).slice(2)}`
  petitionId = await aPetition(petition)
})

describe('reminders', () => {
  it('remind once, two days before the link expires, with its link, and leave nothing behind', async () => {
    await signAs(petition, 'one@example.org', start)
    await send(0)
    const token = await onlyToken(petitionId)
    await live(5 * 24 - 1)
    expect(subjects()).toEqual([FIRST])
    await live(8 * 24, 5 * 24)
    expect(subjects()).toEqual([FIRST, REMINDER])
    expect(outbox[1]?.text).toContain(`/en/signature/${token}`)
    expect(outbox[1]?.text).toContain('On 1 November 2026')
    expect(outbox[1]?.text).toContain('until 8 November 2026')
    expect(await db().mail.count()).toBe(0)
  })

  it('reach nobody who refused one, before or after it was queued, whichever form the link was of', async () => {
    await signAs(petition, 'one@example.org', start)
    await send(0)
    const token = await onlyToken(petitionId)
    await signAs(petition, 'one@example.org', at(1), { name: 'Another Form' })
    await send(1)
    await queueReminders(at(30))
    expect(await db().mail.count({ where: { kind: 'reminder' } })).toBe(1)
    expect(await refuseReminder(token)).toEqual({ ok: true, locale: 'en' })
    expect(await refuseReminder(token)).toEqual({ ok: true, locale: 'en' })
    await live(6 * 24, 31)
    expect(subjects()).toEqual([FIRST, FIRST])
    // The link still confirms.
    expect(await confirm(token, at(6 * 24))).toMatchObject({ ok: true })

    await signAs(petition, 'two@example.org', start)
    await send(0)
    const { tokenHash } = await db().pendingSignature.findFirstOrThrow({ where: { petitionId, noReminder: false } })
    expect(tokenHash).toBeTruthy()
    await db().pendingSignature.updateMany({ where: { tokenHash }, data: { noReminder: true } })
    expect(await queueReminders(at(30))).toBe(0)
    expect(await refuseReminder('x'.repeat(43))).toEqual({ ok: false, reason: 'token_unknown' })
    expect(await refuseReminder('short')).toEqual({ ok: false, reason: 'token_unknown' })
  })

  it('reach nobody who refused one and posted another form afterwards, once the first is gone', async () => {
    await signAs(petition, 'one@example.org', start)
    await send(0)
    expect(await refuseReminder(await onlyToken(petitionId))).toMatchObject({ ok: true })
    // So late that the mail of the second is still known when the first form is gone.
    await signAs(petition, 'one@example.org', at(143), { name: 'Another Form' })
    await signAs(petition, 'two@example.org', at(143))
    await live(14 * 24, 144)
    expect(outbox.filter(({ subject }) => subject === REMINDER).map(({ to }) => to)).toEqual(['two@example.org'])
  })

  it('are announced where one will come, and nowhere else', async () => {
    const [first, doubted] = ['one@example.org', 'two@example.org']
    await signAs(petition, doubted, start)
    await doubt()
    await signAs(petition, first, start)
    await signAs(petition, first, at(1), { name: 'Another Form' })
    await send(1)
    const announced = ({ text }: OutgoingMail) => text.includes('we remind you once')
    // Of the address's own two forms the first is reminded of.
    expect(
      outbox.map((mail) => [mail.to, announced(mail)]).toSorted((a, b) => String(a).localeCompare(String(b))),
    ).toEqual([
      [first, false],
      [first, true],
      [doubted, false],
    ])
    const page = async (email: string, hours: number) => (await pageOf(outbox, email, announced, at(hours)))?.reminder
    expect([await page(first, 2), await page(doubted, 2)]).toEqual(['comes', null])
    expect([await page(first, 5 * 24 - 1), await page(first, 5 * 24)]).toEqual(['comes', null])
    const token = tokenIn(outbox.find(announced))
    await refuseReminder(token)
    expect([await page(first, 2), await page(first, 6 * 24)]).toEqual(['refused', 'refused'])
    await signAs(petition, first, at(3), { name: 'A third form' })
    await send(3)
    expect(outbox.map(announced)).toHaveLength(4)
    expect(outbox.filter(announced)).toHaveLength(1)
  })

  it('are queued once by twenty workers at once, and again after one stopped half-way', async () => {
    await signAs(petition, 'one@example.org', start)
    await send(0)
    await Promise.all(Array.from({ length: 20 }, () => queueReminders(at(30))))
    expect(await db().mail.count({ where: { kind: 'reminder' } })).toBe(1)
    await Promise.all(Array.from({ length: 5 }, () => send(121)))
    await queueReminders(at(122))
    await send(123)
    expect(subjects()).toEqual([FIRST, REMINDER])
  })

  it('are one for a person with several forms', async () => {
    for (const name of ['One', 'Two', 'Three']) await signAs(petition, 'one@example.org', start, { name })
    await send(0)
    await live()
    expect(subjects().filter((subject) => subject === REMINDER)).toHaveLength(1)
  })

  it.each<[what: string, change: () => Promise<void>]>([
    ['confirmed', () => confirmAt(2)],
    ['confirmed late', () => confirmAt(60)],
    ['withdrew the form', dismiss],
    ['waits for a petition closed since', closePetition],
    ['sent a form that looked suspicious', doubt],
    ['reported our mail', complain],
  ])('none goes to somebody who %s', async (what, change) => {
    await signAs(petition, 'one@example.org', start)
    await send(0)
    if (what.endsWith('late') || what.startsWith('withdrew')) await live(50)
    await change()
    await live(8 * 24, 55)
    expect(subjects()).toEqual([FIRST])
  })

  it('count into the limit of mails for an address', async () => {
    await signAs(petition, 'one@example.org', start)
    await send(0)
    await queueReminders(at(30))
    for (const name of ['2', '3', '4', '5', '6']) await signAs(petition, 'one@example.org', at(120), { name })
    await send(120)
    // Three an hour for one network, over all kinds.
    expect(subjects()).toHaveLength(1 + 3)
  })
})

const tokenIn = (mail: OutgoingMail | undefined) => /signature\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''

async function pageOf(mails: OutgoingMail[], email: string, announced: (mail: OutgoingMail) => boolean, now: Date) {
  const own = mails.filter(({ to }) => to === email)
  const found = await findByToken(tokenIn(own.find(announced) ?? own[0]), now)
  return found?.spent === false ? found.form : null
}

async function closePetition(): Promise<void> {
  await db().petition.updateMany({ where: { id: petitionId }, data: { status: 'closed' } })
}

async function complain(): Promise<void> {
  const [addressHash = Buffer.alloc(32)] = suppressionHashes('one@example.org')
  await db().suppression.create({ data: { addressHash, reason: 'complaint', suppressedAt: at(3) } })
}

async function confirmAt(hours: number): Promise<void> {
  await confirm(await onlyToken(petitionId), at(hours))
}

async function dismiss(): Promise<void> {
  await withdraw(await onlyToken(petitionId), at(60))
}

async function doubt(): Promise<void> {
  await db().pendingSignature.updateMany({ data: { suspicious: true } })
}
