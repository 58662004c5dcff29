import { expect, test, vi } from 'vitest'
import { advanceBulkActions } from '@/lib/bulk-actions/advance-bulk-actions'
import { createBulkAction } from '@/lib/bulk-actions/create-bulk-action'
import { findKinds } from '@/lib/bulk-actions/find-kinds'
import { readRule } from '@/lib/bulk-actions/rule'
import { db } from '@/lib/db'
import { countNames } from '@/lib/delivery/names/count-names'
import { append } from '@/lib/ledger/append'
import { createMailing } from '@/lib/mailings/draft'
import { findMailing } from '@/lib/mailings/find-mailing'
import { countRecipients, countRecipientsByLanguage } from '@/lib/mailings/recipients'
import { findReview } from '@/lib/review/find-review'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'

vi.mock('@/lib/input/max-counted', () => ({ MAX_COUNTED: 5 }))

useDatabase()

test('a page of staff counts no further than it says, and what it draws from more is a part of it', async () => {
  const now = new Date()
  const id = await aPetition('capped')
  await confirmedSignatures(id, 8, new Date(now.getTime() - 60_000))
  await append(now)
  await db().signature.updateMany({ data: { updates: true, display: 'full', signals: 'trap busy_domain' } })
  const owner = await aStaffMember('owner', now)

  const mailing = await createMailing(owner, id, now)
  expect((await findMailing(owner, mailing.ok ? mailing.id : '', now))?.recipientsNow).toBe(6)
  expect(await countRecipients(id, now)).toBe(8)
  expect(await countRecipientsByLanguage(id, now)).toEqual([{ locale: 'en', recipients: 5 }])
  expect(await countNames(owner, id, now)).toEqual({ names: 6, counted: 8 })

  const read = readRule({ petition: id, country: 'KR' })
  const act = read.ok ? await createBulkAction(owner, 'hold', '', read.rule, now) : null
  while (await advanceBulkActions(now));
  const kinds = await findKinds(owner, act ?? '')
  expect(kinds).toMatchObject({
    of: 5,
    countries: [{ code: 'KR', signatures: 5 }],
    states: [{ code: 'counted', signatures: 5 }],
    flags: [
      { code: 'busy_domain', signatures: 5 },
      { code: 'trap', signatures: 5 },
    ],
  })
  expect(kinds.sample).toHaveLength(8)

  await db().signature.updateMany({ data: { state: 'held' } })
  expect((await findReview(owner, {}, now)).left).toBe(5)
})
