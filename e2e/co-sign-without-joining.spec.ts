import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/axe'
import { mailedPath } from './support/mailed-text'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const letter = 'open-letter-security-council'

test('an organisation that nobody invited asks for a link at its own domain, and co-signs without joining', async ({
  page,
  request,
  browser,
}) => {
  const name = `Bergen Circle ${randomUUID().slice(0, 8)}`
  const email = `office@${randomUUID().slice(0, 12)}.example`
  await page.goto(`/en/letters/${letter}`)
  await page.getByRole('link', { name: 'Sign for your organisation' }).click()
  await expectAccessible(page)
  await page.getByLabel('Name of the organisation').fill(name)
  await page.getByLabel('Your email address').fill('circle@gmail.com')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([/^Enter an address at your organisation’s own/])
  await expectAccessible(page)
  await expect(page.getByLabel('Name of the organisation')).toHaveValue(name)
  await page.getByLabel('Your email address').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email')
  await expectAccessible(page)

  await page.goto(await mailedPath(request, email, /\/en\/letters\/[\w-]+\/co-sign\/[\w-]{43}/))
  await expect(page.getByText('You asked for this link.')).toBeVisible()
  await expect(page.getByLabel('Name of the organisation')).toHaveValue(name)
  await page.getByLabel('Your full name').fill('Kari Nordmann')
  await page.getByLabel('Your role').fill('Director')
  await page.getByLabel('Your email address').fill(email)
  await page.getByLabel(/I am authorised/).check()
  await page.getByRole('button', { name: 'Sign for the organisation' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you for signing.')

  const editor = (await signInAs(browser, 'editor')).page
  await editor.goto('/admin/coalition/co-signatures')
  await editor.getByRole('link', { name }).click()
  await expect(editor.getByRole('main')).toContainText(`an address at ${email.split('@')[1]}`)
  await editor.getByRole('button', { name: /^Accept/ }).click()
  await expect(async () => {
    await page.goto(`/en/letters/${letter}`)
    await expect(page.getByText(name)).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
})

test('an editor invites many organisations at once: wrong lines are named, nothing is lost, and each gets a link of its own', async ({
  page,
  request,
  browser,
}) => {
  const run = randomUUID().slice(0, 8)
  const [first, second] = [`Aarhus Forum ${run}`, `서울 모임 ${run}`]
  const [oneAddress, otherAddress] = [`one-${run}@example.org`, `two-${run}@example.org`]
  const editor = await withScripts(browser, (await signInAs(browser, 'editor')).page)
  await editor.goto('/admin/coalition/letters')
  await editor.getByRole('row').filter({ hasText: 'open' }).getByRole('link').first().click()
  await editor.getByRole('link', { name: 'Invite many organisations' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(/^Invite many organisations to /)
  await expectAccessible(editor)
  const lines = editor.getByLabel('Organisations, one a line')
  await lines.fill(`${first}, ${oneAddress}\n${second}, two at example.org\n${first}, three-${run}@example.org`)
  await editor.getByRole('button', { name: 'Preview' }).click()
  await expect(editor.getByRole('listitem').filter({ hasText: /^Line \d/ })).toHaveText([
    'Line 2, Email address: This is incomplete, or not in the required format.',
    'Line 3, Organisation: It is in an earlier line too.',
  ])
  await expectAccessible(editor)
  await expect(lines).toHaveValue(new RegExp(`^${first}, ${oneAddress}\n`))
  await lines.fill(`${first}, ${oneAddress}\n${second}\t${otherAddress}\tko`)
  await editor.getByRole('button', { name: 'Preview' }).click()
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(/^Invite 2 organisations to /)
  await expect(editor.getByRole('main')).toContainText(`${first} and ${second}`)
  await expect(editor.getByRole('main')).toContainText('Languages of the emails: English and Korean')
  await expectAccessible(editor)
  const confirming = editor.url()
  await editor.getByRole('button', { name: 'Send invitations' }).click()
  await expect(editor.getByRole('status')).toContainText('The invitations are being emailed.')
  await expect(editor.getByRole('row').filter({ hasText: second })).toBeVisible()
  // The page that sent them sends nothing more, and they are named when pasted again.
  await editor.goto(confirming)
  await expect(editor.getByRole('button', { name: 'Send invitations' })).toHaveCount(0)
  await editor.goto(confirming.replace(/\/admin\/.*/, '/admin/coalition/letters'))
  await editor.getByRole('row').filter({ hasText: 'open' }).getByRole('link').first().click()
  await editor.getByRole('link', { name: 'Invite many organisations' }).click()
  await lines.fill(`${first}, ${oneAddress}\nBergen ${run}, three-${run}@example.org`)
  await editor.getByRole('button', { name: 'Preview' }).click()
  await expect(editor.getByRole('main')).toContainText(
    `1 organisation is left out, because of an earlier invitation, co-signature or line: ${first} (invited).`,
  )

  await page.goto(await mailedPath(request, otherAddress, /\/ko\/letters\/[\w-]+\/co-sign\/[\w-]{43}/))
  await expect(page.getByLabel('단체 이름')).toHaveValue(second)
  await page.goto(await mailedPath(request, oneAddress, /\/en\/letters\/[\w-]+\/co-sign\/[\w-]{43}/))
  await expect(page.getByText('has been invited to sign this letter.')).toContainText(first)
  await expect(page.getByLabel('Name of the organisation')).toHaveValue(first)
})
