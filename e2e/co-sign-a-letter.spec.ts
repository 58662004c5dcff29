import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/axe'
import { mailedPath } from './support/mailed-text'
import { confirmAct, signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const letter = 'open-letter-security-council'

// The accessibility checks need scripts.
for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('an organisation is invited, signs, is approved, is public within seconds, and withdraws', async ({
      page,
      request,
      browser,
    }) => {
      const organisation = `Norsk Råd ${randomUUID().slice(0, 8)}`
      const email = `story-${randomUUID()}@example.org`
      const editor = (await signInAs(browser, 'editor')).page
      await editor.goto('/admin/coalition/letters')
      await editor.getByRole('row').filter({ hasText: 'open' }).getByRole('link').first().click()
      await editor.getByText('Invite an organisation').click()
      await editor.getByLabel('Organisation', { exact: true }).fill(organisation)
      await editor.getByLabel('Country or territory').selectOption('NO')
      await editor.getByRole('button', { name: 'Create link' }).click()
      const link = (await editor.getByRole('status').locator('code').textContent()) ?? ''
      await page.goto(link)
      if (scripts) await expectAccessible(page)
      await expect(page.getByLabel('Name of the organisation')).toHaveValue(organisation)
      await page.getByLabel('Your full name').fill('Kari Nordmann')
      await page.getByLabel('Your email address').fill('kari')
      await page.getByRole('button', { name: 'Sign for the organisation' }).click()

      await expect(page.getByRole('alert').getByRole('link')).toHaveText([
        'Enter your role in the organisation',
        'Enter an email address in the form name@example.org',
        'Tick the box if you are authorised to sign',
      ])
      if (scripts) await expectAccessible(page)
      await expect(page.getByLabel('Your full name')).toHaveValue('Kari Nordmann')
      await page.getByLabel('Your role').fill('Director')
      await page.getByLabel('Your email address').fill(email)
      await page.getByLabel(/I am authorised/).check()
      await page.getByRole('button', { name: 'Sign for the organisation' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you for signing.')
      if (scripts) await expectAccessible(page)

      // Not public before staff have reviewed it.
      await page.goto(`/en/letters/${letter}`)
      await expect(page.getByText(organisation)).toHaveCount(0)
      await editor.goto('/admin/coalition/co-signatures')
      await editor.getByRole('link', { name: organisation }).click()
      await expect(editor.getByRole('main')).not.toContainText('Kari')
      await editor.getByRole('button', { name: 'Show signatory (logged)' }).click()
      await expect(editor.getByRole('main')).toContainText(`Kari Nordmann, Director, ${email}`)
      // Whoever invited it does not accept it.
      await expect(editor.getByRole('main')).toContainText('someone else must accept it')
      await expect(editor.getByRole('button', { name: /^Accept/ })).toHaveCount(0)
      const second = (await signInAs(browser, 'editor')).page
      await second.goto(editor.url().split('?')[0] ?? '')
      await second.getByRole('button', { name: /^Accept/ }).click()
      await expect(second.getByRole('status')).toContainText('Accepted.')
      await expect(async () => {
        await page.goto(`/en/letters/${letter}`)
        await expect(page.getByText(organisation)).toBeVisible({ timeout: 500 })
      }).toPass({ timeout: 30_000 })
      await expect(page.getByText('Kari')).toHaveCount(0)

      // The link in the receipt leads back, where it is withdrawn.
      await page.goto(await mailedPath(request, email, /\/en\/letters\/[\w-]+\/co-sign\/[\w-]{43}/))
      await page.getByText('Withdraw the co-signature').first().click()
      await page.getByRole('button', { name: 'Withdraw the co-signature' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The co-signature has been withdrawn')
      await expect(page.getByRole('region', { name: 'History' }).getByRole('listitem')).toHaveCount(4)
      await expect(async () => {
        await page.goto(`/en/letters/${letter}`)
        await expect(page.getByText(organisation)).toHaveCount(0, { timeout: 500 })
      }).toPass({ timeout: 30_000 })
    })
  })
}

test('staff take an organisation off a letter that it never signed, with a reason', async ({ page, browser }) => {
  const organisation = `Never asked ${randomUUID().slice(0, 8)}`
  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin/coalition/letters')
  await editor.getByRole('row').filter({ hasText: 'open' }).getByRole('link').first().click()
  await editor.getByText('Invite an organisation').click()
  await editor.getByLabel('Organisation', { exact: true }).fill(organisation)
  await editor.getByRole('button', { name: 'Create link' }).click()
  await page.goto((await editor.getByRole('status').locator('code').textContent()) ?? '')
  await page.getByLabel('Your full name').fill('Somebody Else')
  await page.getByLabel('Your role').fill('Director')
  await page.getByLabel('Your email address').fill(`story-${randomUUID()}@example.org`)
  await page.getByLabel(/I am authorised/).check()
  await page.getByRole('button', { name: 'Sign for the organisation' }).click()
  const second = (await signInAs(browser, 'owner')).page
  await second.goto('/admin/coalition/co-signatures')
  await second.getByRole('link', { name: organisation }).click()
  await second.getByRole('button', { name: /^Accept/ }).click()
  const shown = async (many: number) =>
    expect(async () => {
      await page.goto(`/en/letters/${letter}`)
      await expect(page.getByText(organisation)).toHaveCount(many, { timeout: 500 })
    }).toPass({ timeout: 30_000 })
  await shown(1)
  await expectAccessible(await withScripts(browser, second))
  await confirmAct(second, 'Remove from the letter', 'Remove co-signature', 'They wrote that they never signed')
  await expect(second.getByRole('status')).toContainText('Removed.')
  await expect(second.getByRole('table')).toContainText('They wrote that they never signed')
  await expectAccessible(await withScripts(browser, second))
  await shown(0)
})

test('an unknown invitation signs nothing and says what to do', async ({ page, request }) => {
  await page.goto(`/en/letters/${letter}/co-sign/${'A'.repeat(43)}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not work')
  const form = {
    token: 'A'.repeat(43),
    organisation: 'X',
    name: 'Y',
    role: 'Z',
    email: 'y@example.org',
    authority: 'on',
  }
  const answer = await request.post('/api/v1/co-signatures', { form, headers: { accept: 'application/json' } })
  expect([answer.status(), await answer.json()]).toEqual([404, { error: 'token_unknown' }])
})
