import type { Page } from '@playwright/test'
import { translator } from '@/messages/translator'
import { connect } from '@/scripts/database/connect.mjs'
import { anotherSite } from '@/test/sites.mjs'
import { type FakeResend, startFakeResend } from './support/fake-resend'
import { mailedTo, signaturePath } from './support/mailed-by-provider'
import { confirm, fillIn, newPerson, type Person, SLUG, TITLE } from './support/person'
import { confirmAct, signInAs } from './support/staff'
import { expect, test } from './support/test'

// Starts a site of its own.
test.describe.configure({ timeout: 300_000 })

const t = translator('en', 'form')
const telling = /petition|Korea|Council|coalition|signed|signature(?!\/)/i

/** Signs, confirms and asks for news; gives the mail that asked to confirm. */
async function signUp(page: Page, provider: FakeResend, person: Person, neutral: boolean) {
  await fillIn(page, person)
  if (neutral) await page.getByLabel(t('neutral.label')).check()
  await page.getByLabel(t('updates.label')).check()
  await page.getByRole('button', { name: t('submit'), exact: true }).click()
  const mail = await mailedTo(provider, person.email, /./)
  await confirm(page, signaturePath(mail.text), person.locale)
  return mail
}

test('whoever ticks neutral mail gets no mail that says what it is about, and the database does not tell who did', async ({
  browser,
}) => {
  const provider = await startFakeResend()
  const site = await anotherSite({
    MAIL_DRIVER: 'resend',
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: provider.url,
    MAIL_FROM: 'The Coalition against Crimes <mail@example.org>',
  })
  const signers = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })
  const page = await signers.newPage()
  const database = await connect(site.env.DATABASE_URL ?? '')
  try {
    const [silent, open] = [newPerson(), newPerson()]
    // A site that starts beside others answers its first pages late, and no story is about that.
    for (const path of [`/en/petitions/${SLUG}`, '/en/at-risk'])
      await expect.poll(async () => (await page.goto(path))?.status(), { timeout: 120_000 }).toBe(200)
    await expect(page.getByRole('main')).toContainText(t('neutral.label').replace('.', ''))

    // A form that came back keeps the tick.
    await fillIn(page, { ...silent, email: 'nobody' })
    await page.getByLabel(t('neutral.label')).check()
    await page.getByRole('button', { name: t('submit'), exact: true }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByLabel(t('neutral.label'))).toBeChecked()

    const first = await signUp(page, provider, silent, true)
    const named = await signUp(page, provider, open, false)
    expect(named.subject).toContain(TITLE)
    expect(named.from).toContain('The Coalition')
    expect(`${first.subject} ${first.text} ${first.html}`).not.toMatch(telling)
    expect(first.from).toBe('mail@example.org')

    await page.goto('/en/signature')
    await page.getByLabel(translator('en', 'own.request')('email')).fill(silent.email)
    await page.getByRole('button', { name: translator('en', 'own.request')('button') }).click()
    const link = await mailedTo(provider, silent.email, new RegExp(translator('en', 'own.mail')('subject')))
    expect(`${link.subject} ${link.text} ${link.html}`).not.toMatch(telling)
    expect(link.from).toBe('mail@example.org')

    const { page: admin } = await signInAs(browser, 'editor', site)
    await admin.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Mailings', exact: true }).click()
    await admin.getByLabel('Petition').selectOption({ label: TITLE })
    await admin.getByRole('button', { name: 'Create draft' }).click()
    await admin.getByLabel('Subject').first().fill('The Council has answered')
    await admin.getByLabel('Text', { exact: true }).first().fill('The Council **heard** you.')
    await admin.getByRole('button', { name: 'Save all languages' }).click()
    await expect(admin.getByRole('status').first()).toContainText('Saved.')
    await admin.goto(new URL(admin.url()).pathname)
    const draft = `/en/updates/${new URL(admin.url()).pathname.split('/').pop()}`
    expect((await page.goto(draft))?.status()).toBe(404)
    await confirmAct(admin, 'Send mailing', 'Send to 2 signers')

    expect((await mailedTo(provider, open.email, /The Council has answered/)).text).toContain('The Council heard you.')
    const news = await mailedTo(provider, silent.email, new RegExp(translator('en', 'mail.neutral.update')('subject')))
    expect(`${news.subject} ${news.text} ${news.html}`).not.toMatch(telling)
    expect(news.from).toBe('mail@example.org')
    const path = /\/en\/updates\/[\w-]{36}/.exec(news.text)?.[0] ?? ''
    expect(path).toBe(draft)
    // The site remembers for some seconds that a page was missing.
    await expect(async () => {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Council has answered', { timeout: 500 })
    }).toPass({ timeout: 30_000 })
    await expect(page.getByRole('main')).toContainText('The Council heard you.')

    // The two were entered with equal lengths: nothing that is stored tells them apart.
    const { rows } = await database.query('SELECT length(sealed) AS length FROM signature')
    expect(rows).toHaveLength(2)
    expect(rows[0].length).toBe(rows[1].length)
  } finally {
    await database.end()
    await signers.close()
    await site.close()
    await provider.stop()
  }
})
