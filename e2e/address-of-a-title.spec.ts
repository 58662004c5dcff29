import { expectAccessible } from './support/axe'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

test('while a title is typed, its page says the address that the server then gives it', async ({ browser }) => {
  const { page: scriptless } = await signInAs(browser, 'editor')
  await scriptless.goto('/admin/petitions/new')
  await expect(scriptless.getByText('From this title')).toBeHidden()
  const page = await withScripts(browser, scriptless)
  const last = Math.random().toString(36).slice(2, 8)
  await page.getByLabel('Title in English').fill(`Open the archives ${last}`)
  const address = `/petitions/open-the-archives-${last}`
  await expect(page.getByText(`From this title: ${address}`)).toBeVisible()
  await expectAccessible(page)
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/address.png` })
  // What somebody types themselves stays.
  await page.getByLabel('Address', { exact: true }).fill('of-my-own')
  await expect(page.getByText('From this title')).toBeHidden()
  await page.getByLabel('Address', { exact: true }).fill('')
  await expect(page.getByText(`From this title: ${address}`)).toBeVisible()
  await page.getByRole('button', { name: 'Create draft' }).click()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(`Open the archives ${last}`)
  await page.goto(page.url().replace(/\/texts.*/, ''))
  await expect(page.getByRole('main').getByText(address)).toBeVisible()
})
