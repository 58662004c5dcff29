import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { APIRequestContext } from '@playwright/test'
import { translator } from '@/messages/translator'
import { expectAccessible } from './support/axe'
import { mailedLink, mailsTo } from './support/mailbox'
import { fillIn, newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'

const t = translator('en', 'busy')
const path = `/api/v1/petitions/${SLUG}/signatures`

const HOUR = 3_600_000
/** Longer than a story here takes on a slow machine. */
const STORY = 120_000

/**
 * A mail domain at its hourly limit, which is about 300. What was counted in an earlier clock hour weighs less with
 * every second, so the domain would be below its limit again if the hour ended meanwhile: the last minutes of an hour
 * are waited out.
 */
async function fullDomain(request: APIRequestContext): Promise<string> {
  const left = HOUR - (Date.now() % HOUR)
  if (left < STORY) {
    test.setTimeout(test.info().timeout + left)
    await setTimeout(left)
  }
  const domain = `${randomUUID()}.example`
  const sign = (i: number) =>
    request.post(path, {
      form: { name: 'Many', email: `m${i}@${domain}`, country: 'KR', consent: 'on' },
      maxRedirects: 0,
    })
  for (let i = 0; ; i += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, j) => sign(i + j)))
    if (answers.some((answer) => answer.status() === 429)) return domain
  }
}

test('where very many sign, a device solves a task by itself; the form is kept, and the way in is told', async ({
  page,
  request,
}) => {
  const person = newPerson({ email: `one-more@${await fullDomain(request)}` })
  await fillIn(page, person)
  const refused = page.waitForResponse((response) => new URL(response.url()).pathname === '/form-result')
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  expect((await refused).status()).toBe(429)
  expect((await refused).headers()['retry-after']).toBe('600')
  expect((await refused).headers()['content-security-policy']).toContain("script-src 'self'")
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('title'))
  await expect(page.getByText(t('task.lead'))).toBeVisible()
  await expectAccessible(page)
  // A reload sends nothing, and loses nothing.
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('title'))
  await page.getByRole('button', { name: t('task.button'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(translator('en', 'checkEmail')('title'), {
    timeout: 40_000,
  })
  await page.goto(`/en/petitions/${SLUG}/mail-comes-later`)
  await expectAccessible(page)
  await page.goto(await mailedLink(request, person.email))
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/counts/)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the signature is taken, and told to wait for a later mail', async ({ page, request }) => {
    const person = newPerson({ email: `one-more@${await fullDomain(request)}` })
    await fillIn(page, person)
    await page.getByRole('button', { name: 'Sign', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('title'))
    await expect(page.getByText(t('wait'))).toBeVisible()
    await expect(page.getByText(t('task.lead'))).toBeHidden()
    await page.getByRole('button', { name: t('later.button') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('received.title'))
    await expect(page.getByText(t('received.signature'))).toBeVisible()
    await page.waitForTimeout(3_000)
    expect(await mailsTo(request, person.email)).toEqual([])
  })
})

test('a program gets the task as JSON', async ({ request }) => {
  const domain = await fullDomain(request)
  const answer = await request.post(path, {
    headers: { accept: 'application/json' },
    data: { name: 'One more', email: `program@${domain}`, country: 'KR', consent: true },
  })
  expect(answer.status()).toBe(429)
  expect(await answer.json()).toMatchObject({
    error: 'rate_limited',
    later: true,
    task: { parameters: { algorithm: 'PBKDF2/SHA-256', keyPrefix: '00' } },
  })
})
