import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { count, expectCount } from './support/count'
import { mailedLink, mailsTo } from './support/mailbox'
import { confirm, newPerson, SLUG, sign } from './support/person'
import { expect, test } from './support/test'

async function post(request: APIRequestContext, email: string, json = true) {
  const form = { name: 'Maria Beispiel', email, country: 'KR', display: 'initials', consent: 'on', locale: 'en' }
  const headers: Record<string, string> = json ? { accept: 'application/json' } : {}
  const answer = await request.post(`/api/v1/petitions/${SLUG}/signatures`, { form, headers, maxRedirects: 0 })
  const { date: _, ...rest } = answer.headers()
  return JSON.stringify([answer.status(), rest, (await answer.body()).toString()])
}

test('someone who has signed is answered byte for byte like someone new', async ({ page, request }) => {
  const person = newPerson()
  await sign(page, person)
  await confirm(page, await mailedLink(request, person.email), 'en')
  for (const json of [true, false]) {
    expect(await post(request, person.email, json)).toBe(await post(request, newPerson().email, json))
  }
  // One to confirm, and one that says that nothing changed.
  const subjects = async () => new Set((await mailsTo(request, person.email)).map(({ subject }) => subject)).size
  await expect.poll(subjects).toBe(2)
})

test('twenty spellings of one address at once are one person, mailed at most three times from one network', async ({
  page,
  request,
}) => {
  const before = await count(request)
  const local = `story${randomUUID().slice(0, 8)}`
  const spellings = Array.from(
    { length: 20 },
    (_, i) =>
      [
        `${local}@gmail.com`,
        `${local.toUpperCase()}@GMAIL.COM`,
        `${local.slice(0, 4)}.${local.slice(4)}+${i}@googlemail.com`,
        `ｓ${local.slice(1)}＠ｇｍａｉｌ.com`,
      ][i % 4] ?? '',
  )
  const answers = await Promise.all(spellings.map((email) => post(request, email)))
  expect(new Set(answers).size).toBe(1)
  await page.waitForTimeout(3_000)
  const list = await (await request.get('/mailbox')).text()
  const mails = [...list.matchAll(/<span>to ([^<]*)<\/span>/g)].filter(([, to = '']) =>
    to.toLowerCase().replaceAll('.', '').includes(local),
  )
  expect(mails.length).toBeGreaterThanOrEqual(1)
  expect(mails.length).toBeLessThanOrEqual(3)
  expect(await count(request)).toBe(before)
  const address = mails[0]?.[1] ?? ''
  await confirm(page, await mailedLink(request, address), 'en')
  await expectCount(request, before + 1)
})
