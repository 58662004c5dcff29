import type { Locator } from '@playwright/test'
import { translator } from '@/messages/translator'
import { aWonPetition, STORY } from './support/a-won-petition'
import { expectAccessible } from './support/axe'
import { count, expectCount } from './support/count'
import { mailedLink, mailsTo } from './support/mailbox'
import { confirm, fillIn, newPerson, SLUG, sign } from './support/person'
import { expect, test } from './support/test'

test('a supporter finds the petition from the home page, signs, confirms, and is counted once', async ({
  page,
  request,
}) => {
  const person = newPerson()
  const before = await count(request)

  await page.goto('/')
  await expect(page).toHaveURL(/\/en$/)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Read and sign' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Security Council must act')
  await expectAccessible(page)

  await sign(page, person)
  await expect(page).toHaveURL(`/en/petitions/${SLUG}/check-your-email`)
  await expectAccessible(page)
  const link = await mailedLink(request, person.email)
  expect(await count(request)).toBe(before)

  await page.goto(link)
  await expectAccessible(page)
  await confirm(page, link, 'en')
  await expectAccessible(page)
  await expectCount(request, before + 1)
  await expect(async () => {
    await page.goto(`/en/petitions/${SLUG}`)
    await expect(page.getByText((before + 1).toLocaleString('en'), { exact: true }).first()).toBeVisible({
      timeout: 500,
    })
  }).toPass({ timeout: 30_000 })
  expect(await mailsTo(request, person.email)).toHaveLength(1)
})

test('what is wrong is said beside what was typed, and mended without typing it again', async ({ page, request }) => {
  const person = newPerson({ name: '이름 Ω' })
  await fillIn(page, { ...person, email: 'not an address' })
  await page.getByLabel('I sign this petition').uncheck()
  await page.getByRole('button', { name: 'Sign', exact: true }).click()

  const summary = page.getByRole('alert')
  await expect(summary).toContainText('There is a problem')
  await expect(summary.getByRole('link')).toHaveText([
    'Enter an email address in the form name@example.org',
    'Tick the box if you want to sign: we need your consent to keep what you have entered',
  ])
  await expect(page).toHaveTitle(/^Error: /)
  expect(page.url()).not.toContain('address')
  await expectAccessible(page)

  await expect(page.getByRole('textbox', { name: 'Full name' })).toHaveValue('이름 Ω')
  await expect(page.getByLabel('Email address')).toHaveValue('not an address')
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('KR')
  await summary.getByRole('link').first().click()
  await expect(page.getByLabel('Email address')).toBeFocused()

  await page.getByLabel('Email address').fill(person.email)
  await page.getByLabel('I sign this petition').check()
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email')
  await mailedLink(request, person.email)
})

test('a signer withdraws, and the count goes down again', async ({ page, request }) => {
  const person = newPerson()
  const before = await count(request)
  await sign(page, person)
  const link = await mailedLink(request, person.email)
  await confirm(page, link, 'en')
  await expectCount(request, before + 1)

  await page.goto(link)
  await page.locator('summary', { hasText: 'Withdraw my signature' }).click()
  await page.getByRole('button', { name: 'Withdraw my signature' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your signature has been withdrawn')
  await expectAccessible(page)
  await expectCount(request, before)
})

test('by keyboard alone', async ({ page, request }) => {
  const person = newPerson()
  const before = await count(request)
  await page.goto(`/en/petitions/${SLUG}`)
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveAttribute('href', /^#/)

  await tabTo(page.getByRole('textbox', { name: 'Full name' }))
  await page.keyboard.type(person.name)
  await tabTo(page.getByLabel('Email address'))
  await page.keyboard.type(person.email)
  const country = page.getByRole('combobox', { name: 'Country' })
  await tabTo(country)
  // A list forgets the first letters after a second, which a busy machine may take between two of them.
  await expect(async () => {
    await page.keyboard.type('Japan')
    await expect(country.locator('option:checked')).toHaveText('Japan', { timeout: 1_500 })
  }).toPass()
  const display = page.getByRole('radio', { checked: true })
  await tabTo(display)
  const chosen = await display.inputValue()
  await page.keyboard.press('ArrowDown')
  expect(await display.inputValue()).not.toBe(chosen)
  const consent = page.getByLabel('I sign this petition')
  await tabTo(consent)
  await page.keyboard.press('Space')
  await expect(consent).toBeChecked()
  await tabTo(page.getByRole('button', { name: 'Sign', exact: true }))
  await page.keyboard.press('Enter')
  // Not the form with errors, but the page that follows an accepted form.
  await expect(page).toHaveURL(`/en/petitions/${SLUG}/check-your-email`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email')

  await page.goto(await mailedLink(request, person.email))
  await tabTo(page.getByRole('button', { name: translator('en', 'signature')('pending.button'), exact: true }))
  await page.keyboard.press('Enter')
  await expectCount(request, before + 1)
})

/** Presses Tab until the element has the focus: what Tab never reaches fails. */
async function tabTo(target: Locator): Promise<void> {
  const page = target.page()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

test('a petition that was won shows its story and cannot be signed', async ({ page, request }) => {
  const slug = await aWonPetition()
  await page.goto(`/en/petitions/${slug}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('A register of the missing')
  await expect(page.getByRole('main')).toContainText(STORY)
  await expect(page.locator('form')).toHaveCount(0)
  await expectAccessible(page)
  const form = { name: 'A', email: 'a@example.org', country: 'KR', display: 'full', consent: 'on' }
  const answer = await request.post(`/api/v1/petitions/${slug}/signatures`, {
    form,
    headers: { accept: 'application/json' },
  })
  expect(answer.status()).toBe(409)
  expect(await answer.json()).toEqual({ error: 'petition_closed' })
  // The home page tells this petition's story and no other's.
  await expect(async () => {
    await page.goto('/en')
    const told = page.getByRole('region', { name: 'A petition that succeeded' }).filter({ hasText: STORY }).first()
    await expect(told.getByRole('link')).toHaveAttribute('href', /\/en\/petitions\/won-/, { timeout: 500 })
    await expect(told).not.toContainText('Commission')
  }).toPass({ timeout: 30_000 })
})

test('the campaign of 2011 is told among the activities, and is no petition with a count', async ({
  page,
  request,
}) => {
  await page.goto('/en/petitions/commission-of-inquiry')
  await expect(page).toHaveURL(/\/en\/activities\/commission-of-inquiry$/)
  await expect(page.getByRole('main')).toContainText('nobody signed it here')
  await expect(page.getByRole('main')).toContainText('22/13')
  expect((await request.get('/api/v1/petitions/commission-of-inquiry')).status()).toBe(404)
  expect((await request.get('/api/v1/petitions/commission-of-inquiry/count')).status()).toBe(404)
  const listed = (await (await request.get('/api/v1/petitions')).json()) as { petitions: { slug: string }[] }
  expect(JSON.stringify(listed)).not.toContain('commission-of-inquiry')
})

test('a petition that does not exist is said so, with a way on', async ({ page }) => {
  const answer = await page.goto('/en/petitions/no-such-petition')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist')
  await page.getByRole('link', { name: 'See the petitions' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Petitions')
  await expectAccessible(page)
})
