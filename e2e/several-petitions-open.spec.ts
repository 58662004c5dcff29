import { randomUUID } from 'node:crypto'
import { textHash } from '@/lib/petitions/text-hash'
import { translator } from '@/messages/translator'
import { connect } from '@/scripts/database/connect.mjs'
import { anotherSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { SLUG, TITLE } from './support/person'
import { expect, test } from './support/test'

const second = { slug: 'a-register-of-the-missing', title: 'A register of the missing' }

/** A second petition, opened before the first. */
async function open(url: string): Promise<void> {
  const words = {
    call: 'We ask for a register.',
    addressee: 'General Assembly',
    asks: ['Keep one.'],
    body: 'Families wait.',
  }
  const text = { ...second, locale: 'en', version: 1, ...words }
  const database = await connect(url)
  try {
    const id = randomUUID()
    await database.query(
      `INSERT INTO petition (id, slug, status, goal, opened_at) VALUES ($1, $2, 'open', 500, '2026-10-01')`,
      [id, second.slug],
    )
    await database.query(`INSERT INTO petition_total (petition_id, net, as_of) VALUES ($1, 321, now())`, [id])
    await database.query(
      `INSERT INTO petition_text (petition_id, locale, version, title, call, addressee, asks, body, sha256, published_at)
       VALUES ($1, 'en', 1, $2, $3, $4, $5, $6, $7, now())`,
      [id, second.title, words.call, words.addressee, words.asks, words.body, textHash(text)],
    )
  } finally {
    await database.end()
  }
}

test('with two petitions open, home, share page, picture, QR code, flyer and sheet each say which they are of', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const site = await anotherSite()
  const context = await browser.newContext({
    baseURL: site.url,
    viewport: { width: 390, height: 844 },
  })
  try {
    await open(site.env.DATABASE_URL ?? '')
    const page = await context.newPage()
    const h1 = page.getByRole('heading', { level: 1 })
    const other = page.getByRole('link', { name: second.title, exact: true })
    await expect(async () => {
      await page.goto('/en')
      await expect(page.getByRole('heading', { name: second.title })).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 30_000 })
    await expectAccessible(page)

    // The site's own share page is of the newest, and leads to the other's.
    await page.goto('/en/share')
    await expect(page.getByRole('main').getByText(TITLE).first()).toBeVisible()
    await expect(page.getByLabel('Address to share')).toHaveValue(`${site.url}/en/petitions/${SLUG}`)
    await other.click()
    await expect(page).toHaveURL(`/en/petitions/${second.slug}/share`)
    const address = `${site.url}/en/petitions/${second.slug}`
    await expect(page.getByLabel('Address to share')).toHaveValue(address)
    await expect(page.getByRole('img', { name: `QR code that leads to ${address}` })).toBeVisible()
    const picture = page.getByRole('img', { name: `\u2068${second.title}\u2069 (321 people have signed)` })
    await expect(async () => {
      await page.reload()
      await expect(picture).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 90_000 })
    await expect(picture).toHaveAttribute('src', new RegExp(`^/share/${second.slug}/en-`))
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

    await page.getByRole('link', { name: 'Open the flyer' }).click()
    await expect(h1).toHaveText(second.title)
    await page.goto(`/en/petitions/${second.slug}/share`)
    await page.getByRole('link', { name: translator('en', 'sheet')('open') }).click()
    await expect(page).toHaveURL(new RegExp(`/en/petitions/${second.slug}/sheet`))
    await expect(page.getByRole('main')).toContainText(second.title)
    await expect(page.getByRole('main')).not.toContainText(TITLE)
  } finally {
    await context.close()
    await site.close()
  }
})
