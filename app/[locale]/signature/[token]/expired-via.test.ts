import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import type { MailRow } from '@/lib/mail/mail-row'
import { composeSignatureMail } from '@/lib/signatures/compose-mail'
import { purgeUnconfirmed } from '@/lib/signatures/purge-unconfirmed'
import { aMember } from '@/test/a-member'
import { aPetition, signAs } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { GET } from './answer'

useDatabase()

const frame = '<html><head><title>F</title></head><body><main id="content"><p>Of nobody</p></main></body></html>'
const weekAgo = new Date(Date.now() - 7.5 * 86_400_000)

/** The link of the mail that asks to confirm this form. */
async function mailed(email: string, via: string): Promise<URL> {
  await signAs('late', email, weekAgo, { via })
  const rows = (await db().mail.findMany({ orderBy: { queuedAt: 'asc' } })) as object[] as MailRow[]
  const mails = await composeSignatureMail(rows, weekAgo)
  const mail = mails.find((one) => one && one !== 'unreadable' && one.to === email)
  if (!mail || mail === 'unreadable') throw new Error('no mail')
  return new URL(/http:\/\/localhost:3000\/en\/signature\/\S+/.exec(mail.text)?.[0] ?? '')
}

/** Where the page of a link leads back to. */
async function back(link: URL): Promise<string | undefined> {
  const params = Promise.resolve({ locale: 'en', token: link.pathname.slice(-43) })
  const { body } = await GET(new Request(link), { params, frame: async () => frame })
  return /href="(\/en\/petitions\/late[^"]*)"/.exec(body.toString())?.[1]
}

it('an expired link leads back to the form as the member led there; the code is stored nowhere, and readable for nobody', async () => {
  await aPetition('late')
  await aMember('fidh')
  const [withCode, without] = [await mailed('a@example.org', 'fidh'), await mailed('b@example.org', '')]
  expect(withCode.search).toMatch(/^\?from=[\w-]{12}$/)
  expect(without.search).toBe('')

  // Expired; then purged too.
  for (const purge of [false, true]) {
    if (purge) expect(await purgeUnconfirmed(new Date())).toBe(2)
    expect(await back(withCode)).toBe('/en/petitions/late/sign?via=fidh')
    expect(await back(without)).toBe('/en/petitions/late')
    // Another link's tag says nothing here.
    expect(await back(new URL(without.pathname + withCode.search, without))).toBe('/en/petitions/late')
  }
  expect(await db().pendingSignature.count()).toBe(0)
  expect(Object.keys((await db().spentLink.findFirst()) ?? {}).sort()).toEqual([
    'petitionId',
    'purgeOn',
    'reason',
    'tokenHash',
  ])
  await db().petition.updateMany({ data: { status: 'closed' } })
  expect(await back(withCode)).toBe('/en/petitions/late')
})
