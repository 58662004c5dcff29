import { beforeAll, expect, it } from 'vitest'
import { pool } from '@/lib/db'
import type { MailRow } from '@/lib/mail/mail-row'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { apply } from './apply'
import { coSign } from './co-sign'
import { composeApplicationMail } from './compose-application-mail'
import { composeCoSignatureMail } from './compose-co-signature-mail'
import { confirmApplication } from './confirm-application'
import { invite } from './invite'
import { readApplication } from './read-application'
import { readCoSignature } from './read-co-signature'

useDatabase()

const now = new Date('2026-11-21T12:00:00Z')
const letter = 'open-letter-security-council'

beforeAll(() => seedCoalition(now))

async function rows(kind: string): Promise<MailRow[]> {
  const { rows } = await pool().query<MailRow>(
    `SELECT address_index AS "addressIndex", id, kind, sealed, queued_at AS "queuedAt" FROM mail WHERE kind = $1 ORDER BY queued_at`,
    [kind],
  )
  return rows
}

async function join(comment = 'We shelter refugees.', at = now) {
  const fields = {
    kind: 'individual',
    name: 'Ann <b>Lee',
    email: 'ann@example.org',
    country: 'GB',
    comment,
    consent: 'on',
  }
  const read = readApplication(fields)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  await apply(read.form, 'ko', at)
}

it('mails each applicant a link to confirm, and then only that the application exists', async () => {
  await join()
  await join('A better reason.')
  const [mine, other] = await composeApplicationMail(await rows('application'), now)
  expect((other as { text: string }).text).toMatch(/\/join\//)
  const mail = mine as { to: string; text: string; html: string; subject: string }
  expect(mail.to).toBe('ann@example.org')
  expect(mail.subject).toMatch(/[가-힣]/)
  expect(mail.text + mail.html).not.toContain('Lee')
  const token = /\/ko\/join\/([A-Za-z0-9_-]{43})/.exec(mail.text)?.[1] ?? ''
  expect(await confirmApplication(token, now)).toMatchObject({ ok: true })

  await pool().query(`DELETE FROM mail`)
  await join('We shelter refugees.', new Date(now.getTime() + 60_000))
  const [again] = await composeApplicationMail(await rows('application'), now)
  expect((again as { text: string }).text).not.toMatch(/\/join\//)
})

/** The receipt of a co-signature with these fields, posted with an invitation. */
async function receipt(given: { organisation: string; name: string; email: string }) {
  const { organisation } = given
  const to = { organisation, country: null, memberSlug: null }
  const invited = await invite(await aStaffMember('editor', now), letter, to, now)
  if (!invited.ok) throw new Error(invited.reason)
  const read = readCoSignature({ role: 'Director', authority: 'on', ...given })
  if (!read.ok) throw new Error('unreadable')
  await pool().query(`DELETE FROM mail`)
  await coSign(invited.token, read.form, 'en', now)
  const [mail] = await composeCoSignatureMail(await rows('co_signature'), now)
  return { token: invited.token, mail: mail as { to: string; subject: string; text: string; html: string } }
}

it('mails the representative a receipt with a link back', async () => {
  const { token, mail } = await receipt({ organisation: 'A & B', name: 'Kari', email: 'kari@example.org' })
  expect(mail).toMatchObject({ to: 'kari@example.org', subject: 'Receipt for a co-signature' })
  expect(mail.text).toContain(`/en/letters/${letter}/co-sign/${token}`)
  expect(mail.text).toContain('Kari')
})

it('the receipt carries no words that a stranger wants delivered', async () => {
  const organisation = 'You have won: claim it at https://prize.example/now'
  const { mail } = await receipt({ organisation, name: 'Call 0800 or see www.prize.example', email: 'a@example.org' })
  expect(mail.text + mail.html).not.toMatch(/prize|won:/)
})
