import { anotherSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { enrol, linkIn, ownerLine } from './support/staff'
import { expect, test } from './support/test'

test('the first owner gets in with the printed link, once, and then no link is printed any more', async ({
  browser,
}) => {
  // A separate site: other stories add staff to the shared one.
  const site = await anotherSite()
  const newPage = async () => (await browser.newContext({ baseURL: site.url, javaScriptEnabled: false })).newPage()
  try {
    const page = await newPage()
    const link = linkIn(await ownerLine(site))
    const owner = await enrol(page, link, 'owner@example.org')
    expect(owner.codes).toHaveLength(10)
    await expect(page.getByText('owner', { exact: true }).first()).toBeVisible()

    expect(await ownerLine(site)).toBe('')
    const other = await newPage()
    await other.goto(link)
    await other.getByRole('button', { name: 'Sign in' }).click()
    await expect(other.getByRole('alert')).toContainText('has been used')
    await other.goto('/admin')
    await expect(other).toHaveURL(/\/admin\/sign-in$/)

    await page.getByRole('link', { name: 'Audit log' }).click()
    await expect(page.getByRole('table')).toContainText('factor.add')
  } finally {
    await site.close()
  }
})

test('the way in is accessible', async ({ browser }) => {
  // axe runs in the page.
  const page = await (await browser.newContext({ javaScriptEnabled: true })).newPage()
  await page.goto('/admin')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await expectAccessible(page)
  await page.goto('/admin/sign-in/link?token=x')
  await expectAccessible(page)
})
