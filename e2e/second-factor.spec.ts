import { mailsTo } from './support/mailbox'
import { code, enrol, invitation, mailedSignIn } from './support/staff'
import { expect, test } from './support/test'

test.use({ javaScriptEnabled: false })

test('whoever has the mailbox but not the second factor stays outside', async ({ page, request }) => {
  const email = `moderator-${Date.now()}@example.org`
  const { secret, codes } = await enrol(page, await invitation(email, 'moderator'), email)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('status')).toHaveText('You are signed out.')

  await page.getByLabel('Email address').fill(email.toUpperCase())
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  const said = await page.getByRole('status').textContent()
  await page.goto(await mailedSignIn(request, email, 0))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second factor')
  for (const path of ['/admin', '/admin/account', '/admin/audit', '/admin/second-factor/set-up']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/admin\/second-factor$/)
  }

  await page.getByLabel(/Code from your/).fill('000000')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert')).toContainText('Incorrect code')
  // The code that set the app up is spent, even within its 30 seconds; the next one is good.
  await page.getByLabel(/Code from your/).fill(code(secret, 1))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home')

  // Another address gets the same answer, and no mail.
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('Email address').fill('nobody@example.org')
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  expect(await page.getByRole('status').textContent()).toBe(said)
  expect(await mailsTo(request, 'nobody@example.org')).toHaveLength(0)

  // A recovery code works once.
  await page.goto('/admin/sign-in')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await page.goto(await mailedSignIn(request, email, 1))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel(/Code from your/).fill(codes[0] ?? '')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home')
  await page.getByRole('link', { name: 'Account' }).click()
  await expect(page.getByText('9 of 10 left')).toBeVisible()
})
