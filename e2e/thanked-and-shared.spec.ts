import { hashToken } from '@/lib/vault/token'
import { translator } from '@/messages/translator'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { mailedLink } from './support/mailbox'
import { mailedPath } from './support/mailed-text'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'

/** Members' codes that are stored with what was signed. */
async function storedCodes(): Promise<Set<string>> {
  const database = await connect(thisSite().env.DATABASE_URL ?? '')
  try {
    const { rows } = await database.query('SELECT via FROM signature WHERE via IS NOT NULL')
    return new Set(rows.map(({ via }) => via))
  } finally {
    await database.end()
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, permissions: javaScriptEnabled ? ['clipboard-read', 'clipboard-write'] : [] })

    test('a member’s supporter changes the language, errs, signs, is thanked at once, counted, and tells others', async ({
      page,
      request,
      baseURL,
    }) => {
      const elsewhere: string[] = []
      page.on('request', (sent) => {
        if (!sent.url().startsWith(`${baseURL}/`)) elsewhere.push(sent.url())
      })
      const code = javaScriptEnabled ? 'fidh' : 'human-rights-watch'
      // The address that people type for themselves leads to the form, too.
      await page.goto(`/en/petitions/${SLUG}?via=${code}`)
      await expect(page).toHaveURL(`/en/petitions/${SLUG}/sign?via=${code}`)
      await page.getByRole('navigation', { name: 'Language' }).locator('summary').click()
      await page.getByRole('link', { name: '한국어' }).click()
      await expect(page).toHaveURL(`/ko/petitions/${SLUG}/sign?via=${code}`)

      const t = translator('ko', 'form')
      const person = newPerson({ name: '김하나', locale: 'ko' })
      const sign = page.getByRole('button', { name: t('submit'), exact: true })
      await sign.click()
      await expect(page.getByRole('alert')).toBeVisible()
      await page.getByRole('textbox', { name: t('name.label') }).fill(person.name)
      await page.getByLabel(t('email.label')).fill(person.email)
      await page.getByLabel(t('country.label')).selectOption('KR')
      await page.getByLabel(t('consent.label')).check()
      await sign.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(translator('ko', 'checkEmail')('title'))

      const signed = translator('ko', 'signature')
      await page.goto(await mailedLink(request, person.email))
      await page.getByRole('button', { name: signed('pending.button'), exact: true }).click()
      const heading = page.getByRole('heading', { level: 1 })
      await expect(heading).toHaveText(new RegExp(`^(${signed('confirmed.title')}|${signed('counted.title')})$`))
      if (javaScriptEnabled) {
        await expectAccessible(page)
        // It says by itself that the signature is counted. Whoever watches the network sees the same as of anybody who
        // reads: the count, every ten seconds.
        const asked: string[] = []
        page.on('request', (sent) => asked.push(new URL(sent.url()).pathname))
        await page.waitForRequest(/\/count$/, { timeout: 20_000 })
        await expect(heading).toHaveText(signed('counted.title'), { timeout: 60_000 })
        expect([...new Set(asked)]).toEqual([`/api/v1/petitions/${SLUG}/count`])
        await expectAccessible(page)
      }
      await expect(async () => {
        const again = page.getByRole('link', { name: signed('confirmed.look') })
        if (await again.isVisible()) await again.click()
        await expect(heading).toHaveText(signed('counted.title'), { timeout: 500 })
      }).toPass({ timeout: 30_000 })
      await expect(page.locator(`[data-count="${SLUG}"]`)).toBeVisible()
      await expect(page.getByText(signed('confirmed.receipt'))).toHaveCount(0)

      const share = translator('ko', 'share')
      const address = `${baseURL}/ko/petitions/${SLUG}/sign?via=${code}`
      await expect(page.getByLabel(share('address'))).toHaveValue(address)
      for (const name of ['WhatsApp', 'Telegram', 'X', 'Facebook', 'LINE', share('mail')]) {
        const href = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
        expect(decodeURIComponent(href)).toContain(address)
        expect(href).not.toMatch(/[\w-]{43}/)
      }
      await page.locator('summary', { hasText: share('qr.title') }).click()
      await expect(page.getByRole('img', { name: share('qr.alt', { address }) })).toBeVisible()
      if (javaScriptEnabled) {
        await page.getByRole('button', { name: share('copy') }).click()
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
        await expectAccessible(page)
      }
      expect(await storedCodes()).toContain(code)
      expect(elsewhere).toEqual([])
    })
  })
}

test('a code that no member has is not kept, and keeps nobody from signing', async ({ page, request }) => {
  const answer = await request.post(`/api/v1/petitions/${SLUG}/signatures`, {
    headers: { accept: 'application/json' },
    form: { ...newPerson(), country: 'KR', consent: 'on', via: 'nobodys-code' },
  })
  expect(answer.status()).toBe(202)
  await page.goto(`/en/petitions/${SLUG}/sign?via=nobodys-code`)
  await expect(page.locator('input[name=via]')).toHaveCount(0)
  await expect(page.getByLabel('Address to share')).toHaveValue(new RegExp(`/en/petitions/${SLUG}$`))
})

test('a member’s code outlives a confirmation link that expired', async ({ page, request }) => {
  const t = translator('en', 'form')
  const person = newPerson()
  await page.goto(`/en/petitions/${SLUG}/sign?via=fidh`)
  await page.getByRole('textbox', { name: t('name.label') }).fill(person.name)
  await page.getByLabel(t('email.label')).fill(person.email)
  await page.getByLabel(t('country.label')).selectOption('KR')
  await page.getByLabel(t('consent.label')).check()
  await page.getByRole('button', { name: t('submit'), exact: true }).click()
  const link = await mailedPath(request, person.email, /\/en\/signature\/[\w-]{43}\?from=[\w-]{12}/)
  const database = await connect(thisSite().env.DATABASE_URL ?? '')
  const tokenHash = hashToken(/[\w-]{43}/.exec(link)?.[0] ?? '')
  const aged = await database.query(
    `UPDATE pending_signature SET received_at = received_at - interval '8 days' WHERE token_hash = $1`,
    [tokenHash],
  )
  expect(aged.rowCount).toBe(1)
  await database.end()
  await page.goto(link)
  await page
    .getByRole('main')
    .getByRole('link', { name: translator('en', 'checkEmail')('back') })
    .click()
  await expect(page).toHaveURL(`/en/petitions/${SLUG}/sign?via=fidh`)
})
