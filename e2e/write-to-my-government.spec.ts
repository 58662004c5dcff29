import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { expect, test } from './support/test'

test('a supporter gets a letter to their government in their own mail program', async ({ page }) => {
  await page.goto('/en/write-to-your-government')
  await page.getByLabel('Country or territory').selectOption('NZ')
  await page.getByRole('button', { name: 'Get the letter' }).click()
  await expect(page).toHaveURL(/\/en\/write-to-your-government\/nz$/)
  await expect(page.getByText('We have no address for the government of New Zealand yet.')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveValue(/^To the Government of New Zealand/)
  await expectAccessible(page)

  // Staff enter an address: it shows within ten seconds.
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  await client.query(
    `INSERT INTO government_address (country, office, email, checked_on) VALUES ('NZ', 'un_mission', 'mission+nz@example.org', '2026-11-01')`,
  )
  await client.end()
  const link = page.getByRole('link', { name: /Mission to the United Nations/ })
  await expect(async () => {
    await page.reload()
    await expect(link).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  const address = new URL((await link.getAttribute('href')) ?? '')
  expect(address.protocol).toBe('mailto:')
  expect(decodeURIComponent(address.pathname)).toBe('mission+nz@example.org')
  const body = /[?&]body=([^&]*)/.exec(address.search)?.[1] ?? ''
  expect(decodeURIComponent(body)).toMatch(/^To the Government of New Zealand\r\n\r\n/)
  expect(address.search).not.toContain('+')
  await expect(page.getByText('Address checked on 1 November 2026')).toBeVisible()

  // The mail program and the clipboard get the edited text.
  await page.getByRole('textbox').fill('Dear Minister,\nplease act & answer.')
  const changed = new URL((await link.getAttribute('href')) ?? '').search
  expect(decodeURIComponent(/&body=(.*)$/.exec(changed)?.[1] ?? '')).toBe('Dear Minister,\r\nplease act & answer.')
  expect(changed).toMatch(/^\?subject=Human%20rights/)
})

test('without scripts the letter can be changed too, and nothing is said that is not so', async ({
  browser,
  baseURL,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage()
  await page.goto('/en/write-to-your-government/pe')
  await page.getByRole('textbox').fill('In my own words.')
  await expect(page.getByRole('textbox')).toHaveValue('In my own words.')
  await expect(page.getByText('without it, copy the letter')).toBeVisible()
  await page.context().close()
})
