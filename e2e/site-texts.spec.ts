import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { approveAs, type StaffPage, signInAs } from './support/staff'
import { test } from './support/test'

interface Editors {
  first: Page
  second: Pick<StaffPage, 'page'>
}

async function publish({ first, second }: Editors, path: string, fields: Record<string, string>): Promise<void> {
  await first.goto(`/admin/coalition/texts/site/${path}`)
  for (const [label, text] of Object.entries(fields)) await first.getByLabel(label, { exact: true }).fill(text)
  await first.getByRole('button', { name: 'Request publication' }).click()
  await approveAs(first, second)
}

/** Waits for what every reader sees within ten seconds. */
async function eventually(page: Page, path: string, check: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.goto(path)
    await check()
  }).toPass({ timeout: 30_000 })
}

test('editors change the call of the home page and the letter to a government in two languages', async ({
  browser,
  page,
}) => {
  const mark = randomUUID().slice(0, 8)
  const editors = { first: (await signInAs(browser, 'editor')).page, second: await signInAs(browser, 'editor') }
  const { first } = editors
  await page.goto('/vi')
  const petitionCall = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await page.goto('/vi/write-to-your-government/pe')
  const letterBefore = await page.getByRole('textbox').inputValue()

  await first.goto('/admin/coalition')
  await first.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Site texts' }).click()
  await first.getByRole('region', { name: 'Home page' }).getByRole('link', { name: 'Vietnamese' }).click()
  await first.getByLabel('Call', { exact: true }).fill('<b>Hãy hành động</b>')
  await first.getByRole('button', { name: 'Request publication' }).click()
  await expect(first.getByRole('alert').getByRole('link')).toHaveText([/^Call: Write plain text/])
  await first.getByLabel('Call', { exact: true }).fill(`Hãy hành động ${mark}`)
  await first.getByRole('button', { name: 'Request publication' }).click()
  await page.goto('/vi')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(petitionCall)
  await approveAs(first, editors.second)
  await publish(editors, 'home/fr', { Call: `L’ONU doit agir ${mark}` })
  await publish(editors, 'government/vi', { Letter: `Gửi {country}: ${mark}` })
  await publish(editors, 'government/fr', { Letter: `Au gouvernement de {country} : ${mark}` })

  const heading = page.getByRole('heading', { level: 1 })
  await eventually(page, '/vi', () => expect(heading).toHaveText(`Hãy hành động ${mark}`, { timeout: 500 }))
  await eventually(page, '/fr', () => expect(heading).toHaveText(`L’ONU doit agir ${mark}`, { timeout: 500 }))
  await page.goto('/ja')
  await expect(heading).not.toContainText(mark)
  const letter = page.getByRole('textbox')
  await eventually(page, '/fr/write-to-your-government/pe', () =>
    expect(letter).toHaveValue(`Au gouvernement de Pérou : ${mark}`, { timeout: 500 }),
  )
  await eventually(page, '/vi/write-to-your-government/pe', () =>
    expect(letter).toHaveValue(`Gửi Peru: ${mark}`, { timeout: 500 }),
  )

  await first.goto('/admin/coalition/texts/site/government/vi')
  const versions = first.getByRole('region', { name: 'Versions' })
  await expect(versions.locator('summary')).toHaveText([/^Version 2/, /^Version 1/])
  await expect(versions.locator('details').first()).toContainText(`Gửi {country}: ${mark}`)
  await versions.locator('summary').last().click()
  await expect(versions.locator('details').last()).toContainText(letterBefore.slice(-200))
  await expect(first.getByRole('table')).toContainText('site.words.vi')

  // Restored for other stories.
  for (const locale of ['fr', 'vi']) await publish(editors, `home/${locale}`, { Call: '' })
  await eventually(page, '/vi', () => expect(heading).toHaveText(petitionCall, { timeout: 500 }))
})

test('contact and donations are below every page once they are set, and not before', async ({ browser, page }) => {
  const editors = { first: (await signInAs(browser, 'editor')).page, second: await signInAs(browser, 'editor') }
  const below = page.getByRole('contentinfo')
  const links = [below.getByRole('link', { name: 'Kontak' }), below.getByRole('link', { name: 'Donasi' })] as const
  await page.goto('/id')
  for (const link of links) await expect(link).toHaveCount(0)

  const { first } = editors
  await first.goto('/admin/coalition/texts/site/contact/id')
  await first.getByLabel('Contact', { exact: true }).fill('desk@example.org')
  await first.getByLabel('Page for donations').fill('http://example.org/give')
  await first.getByRole('button', { name: 'Request publication' }).click()
  await expect(first.getByRole('alert').getByRole('link')).toHaveText([/https:\/\//])
  await publish(editors, 'contact/id', {
    Contact: 'desk@example.org',
    'Page for donations': 'https://example.org/give',
  })
  await eventually(page, '/id', () =>
    expect(links[0]).toHaveAttribute('href', 'mailto:desk@example.org', { timeout: 500 }),
  )
  await expect(links[1]).toHaveAttribute('href', 'https://example.org/give')
  await expect(links[1]).toHaveAttribute('rel', 'noopener noreferrer')

  await publish(editors, 'contact/id', { Contact: '', 'Page for donations': '' })
  await eventually(page, '/id', () => expect(links[0]).toHaveCount(0, { timeout: 500 }))
  await expect(links[1]).toHaveCount(0)
})
