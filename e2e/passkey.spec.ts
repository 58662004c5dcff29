import type { Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { addDevice, confirmAct, invitation, mailedSignIn } from './support/staff'
import { expect, test } from './support/test'

const title = (page: Page) => page.getByRole('heading', { level: 1 })

/** Signs out and in again, as far as the second factor. */
async function signInAgain(page: Page, email: string, mails: number) {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Send sign-in link' }).click()
  await page.goto(await mailedSignIn(page.request, email, mails))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(title(page)).toHaveText('Second factor')
}

test('a passkey is set up first, signs in next time, and is replaced by a second one', async ({ browser }) => {
  const email = `passkey-${Date.now()}@example.org`
  const page = await (await browser.newContext()).newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const authenticatorId = await addDevice(device)

  await page.goto(await invitation(email, 'moderator'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(title(page)).toHaveText('Set up your second factor')
  await expectAccessible(page)
  await page.getByLabel('Name of the passkey').fill('Work phone')
  await page.getByRole('button', { name: 'Create passkey' }).click()
  await expect(title(page)).toHaveText('Recovery codes')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I have saved them' }).click()
  await expect(title(page)).toHaveText('Home')

  await signInAgain(page, email, 0)
  await expectAccessible(page)
  // Without user verification nobody is let in.
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await expect(page.getByText('No passkey received')).toBeVisible()
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await expect(title(page)).toHaveText('Home')

  await page.getByRole('link', { name: 'Account' }).click()
  await expect(page.getByRole('cell', { name: 'Passkey: Work phone' })).toBeVisible()
  await expect(page.getByText('your last factor')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Name of the passkey').fill('Again')
  await page.getByRole('button', { name: 'Create passkey' }).click()
  await expect(page.getByText('already has a passkey of yours')).toBeVisible()

  // Another device.
  await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
  await addDevice(device)
  await page.getByLabel('Name of the passkey').fill('Key in the drawer')
  await page.getByRole('button', { name: 'Create passkey' }).click()
  await expect(page.getByRole('status')).toContainText('Passkey added')
  await confirmAct(page, 'Remove Work phone', 'Remove passkey')
  await expect(page.getByRole('status')).toContainText('Removed')
  await expect(page.getByText('your last factor')).toBeVisible()
  await signInAgain(page, email, 1)
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await expect(title(page)).toHaveText('Home')
  expect(complaints).toEqual([])
})

test('without scripts the page says so, and the app’s code does', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(await invitation(`plain-${Date.now()}@example.org`, 'editor'))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Passkeys need JavaScript')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create passkey' })).toHaveCount(0)
  await expect(page.getByLabel('6-digit code')).toBeVisible()
})
