import { expectAccessible } from './support/axe'
import { checkLedger } from './support/check-ledger'
import { count, expectCount } from './support/count'
import { mailedLink } from './support/mailbox'
import { confirm, newPerson, SLUG, sign } from './support/person'
import { expect, test } from './support/test'

test('a sceptic reads what the number is made of, and adds the ledger up without trusting the site', async ({
  page,
  request,
  baseURL,
}) => {
  const person = newPerson()
  const before = await count(request)
  await sign(page, person)
  await confirm(page, await mailedLink(request, person.email), 'en')
  await expectCount(request, before + 1)

  await page.goto(`/en/petitions/${SLUG}`)
  await page.getByRole('main').getByRole('link', { name: 'Verify the count' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Verify the count')
  await expect(async () => {
    await page.reload()
    const sum = page.getByRole('row', { name: /^The count/ })
    await expect(sum.getByRole('cell')).toHaveText((before + 1).toLocaleString('en'), { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByText('A mailbox is not a person')).toBeVisible()
  await expectAccessible(page)

  const { code, said } = await checkLedger(`${baseURL}/ledger/${SLUG}`)
  expect(said).toContain(`adds up to ${before + 1} signatures, as the site shows`)
  expect(code).toBe(0)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says all of it, and how to check a receipt without it', async ({ page }) => {
    await page.goto('/ko/check')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('서명 수를 직접 확인하기')
    await expect(page.getByText('--receipt')).toBeVisible()
    await expect(page.locator('input[type=file]')).toBeHidden()
  })
})
