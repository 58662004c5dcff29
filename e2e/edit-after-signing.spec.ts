import { createHash } from 'node:crypto'
import { translator } from '@/messages/translator'
import { expectAccessible } from './support/axe'
import { checkLedger } from './support/check-ledger'
import { count, expectCount } from './support/count'
import { mailedLink } from './support/mailbox'
import { confirm, fillIn, newPerson, SLUG, sign } from './support/person'
import { approveAs, signInAs } from './support/staff'
import { expect, test } from './support/test'

const addition = 'within one year'

test('a text is changed after people signed it: each stays bound to the words they were shown', async ({
  page: earlier,
  browser,
  request,
  baseURL,
}) => {
  const before = await count(request)
  // One person has signed; another has the form open while the text changes.
  const first = newPerson()
  await sign(earlier, first)
  const link = await mailedLink(request, first.email)
  await confirm(earlier, link, 'en')
  await expectCount(request, before + 1)
  const reading = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const reader = newPerson()
  await fillIn(reading, reader)
  const oldText = await reading.locator('input[name=text]').inputValue()

  const { page } = await signInAs(browser, 'editor')
  await page.getByRole('link', { name: 'The Security Council must act' }).click()
  await page.getByRole('link', { name: 'Texts', exact: true }).click()
  await page.getByRole('link', { name: 'Edit English' }).click()
  const asks = page.getByLabel('Demands', { exact: true })
  const was = await asks.inputValue()
  const version = Number(/Version (\d+) is published/.exec((await page.getByRole('main').textContent()) ?? '')?.[1])
  await asks.fill(was.replace(/\.(\n|$)/, ` ${addition}.$1`))
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByRole('status')).toContainText('Saved')
  await page.getByRole('link', { name: 'Publish', exact: true }).click()
  await expect(page.locator('ins')).toContainText(addition)
  await expect(page.locator('del')).toHaveCount(0)
  const publish = page.getByRole('button', { name: 'Request publication' })
  await expect(page.getByRole('main')).toContainText(`As version ${version + 1}. Earlier signatures stay`)
  await expect(page.getByRole('main')).toContainText(`Counted signatures under version ${version}: `)
  // A second tab is told that the first acted already.
  const stale = await page.context().newPage()
  await stale.goto(page.url())
  await publish.click()
  await approveAs(page, await signInAs(browser, 'owner'))
  await stale.getByRole('button', { name: 'Request publication' }).click()
  await expect(stale.getByRole('alert')).toContainText('changed after you opened')

  // The public page soon shows it, with the hash of exactly its words.
  const later = await (await browser.newContext()).newPage()
  await expect(async () => {
    await later.goto(`/en/petitions/${SLUG}`)
    await expect(later.locator('main')).toContainText(addition, { timeout: 200 })
  }).toPass({ timeout: 30_000, intervals: [500] })
  const newText = await later.locator('input[name=text]').inputValue()
  expect(newText).not.toBe(oldText)
  for (const hash of [oldText, newText]) {
    const file = await (await request.get(`/ledger/${SLUG}/texts/${hash}.json`)).body()
    expect(createHash('sha256').update(file).digest('hex')).toBe(hash)
  }

  // A form opened before the change signs the earlier text.
  await reading.getByRole('button', { name: translator('en', 'form')('submit'), exact: true }).click()
  await expect(reading.getByRole('heading', { level: 1 })).toHaveText(translator('en', 'checkEmail')('title'))
  const t = translator('en', 'signature')
  await reading.goto(await mailedLink(request, reader.email))
  await expect(reading.getByRole('main')).toContainText(t('text.changed'))
  await confirm(reading, await mailedLink(request, reader.email), 'en')

  const last = newPerson()
  await sign(later, last)
  const newLink = await mailedLink(request, last.email)
  await confirm(later, newLink, 'en')
  await expectCount(request, before + 3)

  await later.goto(newLink)
  await expect(later.getByRole('main')).not.toContainText(t('text.changed'))
  await later.getByText(t('text.open'), { exact: true }).click()
  await expect(later.getByRole('main')).toContainText(addition)
  await earlier.goto(link)
  await expect(earlier.getByRole('main')).toContainText(t('text.changed'))
  await earlier.getByText(t('text.open'), { exact: true }).click()
  await expect(earlier.getByRole('main')).toContainText(t('text.version', { version, date: '' }).slice(0, 12))
  await expect(earlier.getByRole('main')).not.toContainText(addition)
  await expectAccessible(earlier)

  // The admin area counts them by version, and shows the difference between two.
  await page.goto('/admin')
  await page.getByRole('link', { name: 'The Security Council must act' }).click()
  await page.getByRole('link', { name: 'Texts', exact: true }).click()
  await page.getByRole('link', { name: 'Versions English' }).click()
  await expect(page.locator('ins')).toContainText(addition)
  // The worker counts them from time to time; a small number is not named.
  await expect(async () => {
    await page.reload()
    const options = { timeout: 500 }
    const row = (text: string) => page.getByRole('row').filter({ hasText: text })
    await expect(row(newText)).toHaveText(new RegExp(`^${version + 1}2.*fewer than 10${newText}$`), options)
    await expect(row(oldText)).toHaveText(new RegExp(`^${version}2.*\\d${oldText}$`), options)
  }).toPass({ timeout: 120_000, intervals: [2000] })

  await expect(async () => {
    const { code, said } = await checkLedger(`${baseURL}/ledger/${SLUG}`)
    expect(said).toContain(`${before + 3}`)
    expect(code).toBe(0)
  }).toPass({ timeout: 20_000 })
})
