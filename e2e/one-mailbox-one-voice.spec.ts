import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import { translator } from '@/messages/translator'
import { expectAccessible } from './support/axe'
import { count, expectCount } from './support/count'
import { endGrace } from './support/end-grace'
import { mailedLink } from './support/mailbox'
import { SLUG } from './support/person'
import { signInAs } from './support/staff'
import { expect, test } from './support/test'

const t = translator('en', 'signature')

/** Signs by the form, as somebody with this address. */
async function signAs(request: APIRequestContext, email: string): Promise<string> {
  const form = { name: 'Maria Beispiel', email, country: 'KR', display: 'initials', consent: 'on' }
  const answer = await request.post(`/api/v1/petitions/${SLUG}/signatures`, { form, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
  return mailedLink(request, email)
}

/** Presses Confirm behind a mailed link. */
async function confirmBehind(request: APIRequestContext, link: string): Promise<void> {
  const token = new URL(link, 'http://localhost').pathname.split('/').at(-1) ?? ''
  await request.post('/api/v1/confirmations', { form: { token }, maxRedirects: 0 })
}

test('one mailbox with many tags counts twice; the third is told why it waits, writes, and is let in by a person', async ({
  page,
  browser,
  request,
}) => {
  const domain = `${randomUUID()}.example`
  const before = await count(request)
  const links: string[] = []
  for (let i = 0; i < 5; i++) links.push(await signAs(request, `family+${i}@${domain}`))
  for (const link of links.slice(0, 4)) await confirmBehind(request, link)

  await page.goto(links[4] ?? '')
  await page.getByRole('button', { name: t('pending.button'), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('heldMailbox.title'))
  await expect(page.getByText(t('heldMailbox.lead'))).toBeVisible()
  await expectAccessible(page)
  await expectCount(request, before + 2)
  await page.getByLabel('What would you like to tell us?').fill('We are a family of five with one mailbox.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('We have received your message.')).toBeVisible()

  const { page: admin } = await signInAs(browser, 'moderator')
  await admin.goto('/admin/signatures')
  await admin.getByLabel('Exact email address, exact name, or reference').fill(`family+4@${domain}`)
  await admin.getByRole('button', { name: 'Find' }).click()
  await admin.getByRole('cell').getByRole('link').click()
  await expect(admin.getByRole('main')).toContainText('Shared mailbox')
  await admin.getByRole('button', { name: 'Release' }).click()
  await expect(admin.getByRole('status')).toContainText('Released')
  await endGrace()
  await expectCount(request, before + 3)
  await page.goto(links[4] ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('counted.title'))
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('hundreds of junk forms at somebody’s mail provider do not hold their signature', async ({ page, request }) => {
    const domain = `${randomUUID()}.example`
    const junk = (i: number) =>
      request.post(`/api/v1/petitions/${SLUG}/signatures`, {
        form: { name: 'Junk', email: `junk${i}@${domain}`, country: 'KR', consent: 'on' },
        maxRedirects: 0,
      })
    for (let i = 0; i < 200; i += 20) await Promise.all(Array.from({ length: 20 }, (_, j) => junk(i + j)))
    const link = await signAs(request, `honest@${domain}`)
    await page.goto(link)
    await page.getByRole('button', { name: t('pending.button'), exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/counts|counted/)
  })
})
