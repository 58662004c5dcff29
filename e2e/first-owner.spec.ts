import { anotherSite } from '@/test/sites.mjs'
import { expectAccessibleInEveryLook } from './support/every-look'
import { addDevice, approveAs, enrol, invitation, linkIn, ownerLine, withScripts } from './support/staff'
import { expect, test } from './support/test'

test('the first owner gets in with the printed link, once, and goes through the checklist to the last step that can be done here', async ({
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
    await expect(page.getByText('Owner', { exact: true }).first()).toBeVisible()

    expect(await ownerLine(site)).toBe('')
    const other = await newPage()
    await other.goto(link)
    await other.getByRole('button', { name: 'Sign in' }).click()
    await expect(other.getByRole('alert')).toContainText('has been used')
    await other.goto('/admin')
    await expect(other).toHaveURL(/\/admin\/sign-in$/)

    await page.getByRole('link', { name: 'Audit log' }).click()
    await expect(page.getByRole('table')).toContainText('factor.add')

    // A checklist says what the site lacks; each step is off it once it is done.
    await page.goto('/admin')
    const list = page.getByRole('main').locator('section', { has: page.getByRole('heading', { name: /^Set up/ }) })
    const left = list.getByRole('list').first()
    // The first content of the site has an open petition in many languages.
    await expect(list.getByRole('heading', { level: 2 })).toHaveText('Set up: 1 of 7 done here, 2 left for the server')
    const scripted = await withScripts(browser, page)
    await expectAccessibleInEveryLook(scripted, 'set-up')

    await left.getByRole('link', { name: /Your language and time zone/ }).click()
    await page.getByLabel('Language').selectOption('en')
    await page.getByRole('button', { name: 'Save language' }).click()
    await page.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Seoul')
    await page.getByRole('button', { name: 'Save time zone' }).click()
    await page.goto('/admin')
    await expect(left).not.toContainText('time zone')
    await left.getByRole('button', { name: /^Confirm/ }).click()
    await expect(page.getByRole('status')).toHaveText('Confirmed.')
    await expect(left).not.toContainText('private keys')

    const second = await newPage()
    await enrol(second, await invitation('second@example.org', 'owner', site), 'second@example.org')
    const moderator = await newPage()
    await enrol(moderator, await invitation('mod@example.org', 'moderator', site), 'mod@example.org')
    await expect(moderator.getByRole('heading', { name: /^Set up/ })).toHaveCount(0)
    await page.goto('/admin')
    await expect(left.getByRole('listitem').locator('strong')).toHaveText([
      'A second sign-in method for you',
      'A contact for personal data',
    ])

    // The second owner approves what the first requests.
    await left.getByRole('link', { name: /A contact for personal data/ }).click()
    await page.getByLabel('Contact for personal data', { exact: true }).fill('privacy@example.org')
    await page.getByRole('button', { name: 'Request publication' }).click()
    await approveAs(page, { page: second })
    await page.goto('/admin')
    await expect(left).not.toContainText('contact')

    // A passkey needs scripts and a device.
    const device = await scripted.context().newCDPSession(scripted)
    await device.send('WebAuthn.enable')
    await addDevice(device)
    await scripted.goto(`${site.url}/admin`)
    await scripted.getByRole('link', { name: /A second sign-in method/ }).click()
    await scripted.getByLabel('Name of the passkey').fill('Key in the drawer')
    await scripted.getByRole('button', { name: 'Create passkey' }).click()
    await expect(scripted.getByRole('cell', { name: 'Passkey: Key in the drawer' })).toBeVisible()
  } finally {
    await site.close()
  }
})
