import type { Browser, Page } from '@playwright/test'
import { translator } from '@/messages/translator'
import { anotherSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { type FakeResend, startFakeResend } from './support/fake-resend'
import { mailedTo, signaturePath } from './support/mailed-by-provider'
import { confirm, fillIn, newPerson, type Person, TITLE } from './support/person'
import { signedWebhook, WEBHOOK_SECRET } from './support/signed-webhook'
import { confirmAct, signInAs } from './support/staff'
import { expect, test } from './support/test'

// Each starts a site of its own.
test.describe.configure({ timeout: 240_000 })

test('news goes to those who asked for it; one stops it on the page, one by their mail program', async ({
  browser,
  request,
}) => {
  const provider = await startFakeResend()
  const site = await anotherSite({
    MAIL_DRIVER: 'resend',
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: provider.url,
    RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
  })
  const signers = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
  const page = await signers.newPage()
  try {
    const [reader, korean, silent] = [newPerson(), newPerson({ locale: 'ko' }), newPerson()]
    await signUp(page, provider, reader, true)
    await signUp(page, provider, korean, true)
    await signUp(page, provider, silent, false)

    const { page: admin } = await signInAs(browser, 'editor', site)
    await writeDraft(admin, 'The Council has answered', '## What was said\n\nThe Council **heard** you.')
    await expect(admin.getByRole('status')).toContainText('exactly 2 signers')
    await admin.getByRole('link', { name: 'Preview' }).click()
    await expect(admin.locator('pre.mail')).toContainText('The Council heard you.')
    await expect(admin.getByRole('main')).toContainText('List-Unsubscribe=One-Click')
    await admin.getByRole('link', { name: 'Back to the mailing' }).click()
    await confirmAct(admin, 'Send mailing', 'Send to 2 signers')

    const [mail, inKorean] = await Promise.all(
      [reader, korean].map(({ email }) => mailedTo(provider, email, /The Council has answered/)),
    )
    await expect(async () => {
      await admin.goto(new URL(admin.url()).pathname)
      await expect(admin.getByRole('status')).toContainText('Sent. 2 of 2', { timeout: 500 })
    }).toPass({ timeout: 20_000 })
    expect(provider.countTo(silent.email)).toBe(1)

    // The reader follows the link: reading changes nothing, the button does.
    const path = /\/en\/unsubscribe\/[\w-]{144}/.exec(mail?.text ?? '')?.[0] ?? ''
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unsubscribe')
    await accessible(browser, `${site.url}${path}`)
    await page.getByRole('button', { name: 'Unsubscribe' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have been unsubscribed')
    await accessible(browser, page.url())

    // The other's mail program does it with one POST (RFC 8058), without a page, a cookie or an origin.
    const header = inKorean?.headers['List-Unsubscribe'] ?? ''
    expect(inKorean?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(inKorean?.text).toContain(translator('ko', 'mail.update')('stop'))
    const address = /^<(.+)>$/.exec(header)?.[1] ?? ''
    const followed = await request.get(address, { maxRedirects: 0 })
    expect([followed.status(), followed.headers().location]).toEqual([
      303,
      expect.stringMatching(/^\/en\/unsubscribe\//),
    ])
    await writeDraft(admin, 'Once more', 'More.')
    await expect(admin.getByRole('status')).toContainText('exactly 1 signer.')
    const answers = await Promise.all(
      [address, `${site.url}/api/v1/unsubscribe?token=made-up`].map((url) =>
        request.post(url, { form: { 'List-Unsubscribe': 'One-Click' } }),
      ),
    )
    expect(await Promise.all(answers.map(async (answer) => [answer.status(), await answer.text()]))).toEqual([
      [200, 'Unsubscribed.'],
      [200, 'Unsubscribed.'],
    ])
    await admin.reload()
    await expect(admin.getByRole('status')).toContainText('exactly 0 signers')
    await expect(admin.getByRole('link', { name: /^Send mailing/ })).toHaveCount(0)
  } finally {
    await signers.close()
    await site.close()
    await provider.stop()
  }
})

test('an address that complained gets no mail until staff lift it', async ({ browser, request }) => {
  const provider = await startFakeResend()
  const site = await anotherSite({
    MAIL_DRIVER: 'resend',
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: provider.url,
    RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
  })
  const signers = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
  const page = await signers.newPage()
  try {
    const person = newPerson()
    await signUp(page, provider, person, true)
    const told = signedWebhook('email.complained', person.email)
    const webhook = `${site.url}/api/v1/webhooks/resend`
    expect((await request.post(webhook, { ...told, headers: { ...told.headers, 'svix-id': 'msg_x' } })).status()).toBe(
      401,
    )
    expect((await request.post(webhook, told)).status()).toBe(200)
    expect((await request.post(webhook, told)).status()).toBe(200)

    const { page: admin } = await signInAs(browser, 'owner', site)
    // The worker reports each minute.
    await expect(async () => {
      await admin.goto('/admin/status')
      await expect(admin.getByRole('main')).toContainText('1 complaint', { timeout: 1000 })
    }).toPass({ intervals: [3000], timeout: 100_000 })
    await admin.goto('/admin/updates')
    await writeDraft(admin, 'News', 'News.')
    await expect(admin.getByRole('status')).toContainText('exactly 0 signers')
    await admin.goto('/admin/signatures')
    await admin.getByRole('cell').getByRole('link').first().click()
    await expect(admin.getByRole('main')).toContainText('recipient reported our email')
    await admin.getByRole('button', { name: 'Lift suppression' }).click()
    await expect(admin.getByRole('status')).toContainText('Suppression lifted')
    await expect(admin.getByRole('table')).toContainText('suppression.lift')
    await admin.goto('/admin/updates')
    await admin.getByRole('cell').getByRole('link').first().click()
    await expect(admin.getByRole('status')).toContainText('exactly 1 signer.')
  } finally {
    await signers.close()
    await site.close()
    await provider.stop()
  }
})

/** Signs and confirms, asking for updates or not. */
async function signUp(page: Page, provider: FakeResend, person: Person, updates: boolean): Promise<void> {
  const t = translator(person.locale, 'form')
  await fillIn(page, person)
  if (updates) await page.getByLabel(t('updates.label')).check()
  await page.getByRole('button', { name: t('submit'), exact: true }).click()
  const mail = await mailedTo(provider, person.email, /./)
  await confirm(page, signaturePath(mail.text), person.locale)
}

async function writeDraft(admin: Page, subject: string, body: string): Promise<void> {
  await admin.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Mailings', exact: true }).click()
  await admin.getByLabel('Petition').selectOption({ label: TITLE })
  await admin.getByRole('button', { name: 'Create draft' }).click()
  await admin.getByLabel('Subject').first().fill(subject)
  await admin.getByLabel('Text', { exact: true }).first().fill(body)
  await admin.getByRole('button', { name: 'Save all languages' }).click()
  await expect(admin.getByRole('status').first()).toContainText('Saved.')
  // The address without its notice.
  await admin.goto(new URL(admin.url()).pathname)
}

/** Axe needs scripts, which the page does not. */
async function accessible(browser: Browser, address: string): Promise<void> {
  const seeing = await (await browser.newContext()).newPage()
  await seeing.goto(address)
  await expectAccessible(seeing)
  await seeing.context().close()
}
