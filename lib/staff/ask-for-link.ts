import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/lib/db'
import { canonicalEmail } from '@/lib/integrity/canonical-email'
import { queueMail } from '@/lib/mail/queue-mail'
import { keyedHash } from '@/lib/vault/blind-index'
import { dayKey } from '@/lib/vault/day-key'
import { sealRecord } from '@/lib/vault/seal-record'
import { LINK_MINUTES, makeSignInLink } from './sign-in-link'
import type { StaffLinkMail } from './staff-link-mail'

/** Every answer takes this long, in ms: how long it took says nothing. */
const ANSWER_TIME = 400

/** Two mails to one person in this many minutes at most. */
const WINDOW = 10

/**
 * Mails a sign-in link, if the address is one of the staff's. Says nothing about whether it is, not even by the time
 * it takes.
 */
export async function askForLink(typed: string, now: Date): Promise<void> {
  const least = sleep(ANSWER_TIME)
  const address = canonicalEmail(typed)
  if (address) await mailLink(address.canonical, now)
  await least
}

async function mailLink(canonical: string, now: Date): Promise<void> {
  const staff = await db().user.findFirst({ where: { email: canonical, disabledAt: null } })
  if (!staff) return
  const window = String(Math.floor(now.getTime() / (WINDOW * 60_000)))
  const addressIndex = keyedHash(await dayKey('mail', now), 'staff', canonical, window)
  const expires = new Date(now.getTime() + LINK_MINUTES * 60_000)
  await db().$transaction(async (tx) => {
    const day = new Date(now.toISOString().slice(0, 10))
    if ((await tx.mail.count({ where: { addressIndex, day } })) >= 2) return
    const link = await makeSignInLink(tx, canonical, expires)
    const mail: StaffLinkMail = { to: canonical, link, expires: expires.toISOString() }
    await queueMail(tx, { addressIndex, kind: 'staff_link', sealed: sealRecord(mail) }, now)
  })
}
