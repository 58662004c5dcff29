import type { APIRequestContext, Page } from '@playwright/test'
import { expectAccessible } from './support/axe'
import { count, expectCount } from './support/count'
import { mailedLink, mailsTo } from './support/mailbox'
import { newPerson, type Person, SLUG, sign } from './support/person'
import { expect, test } from './support/test'

/** What a stranger posts with somebody's address, from another network. */
function strangerPosts(request: APIRequestContext, email: string, more: Record<string, string> = {}) {
  const form = {
    name: 'Not My Name',
    email,
    country: 'US',
    display: 'full',
    comment: 'Words I never wrote',
    consent: 'on',
    locale: 'en',
    ...more,
  }
  return request.post(`/api/v1/petitions/${SLUG}/signatures`, { form, maxRedirects: 0 })
}

async function signHidden(page: Page, person: Person): Promise<void> {
  await page.goto(`/en/petitions/${SLUG}`)
  await page.getByRole('textbox', { name: 'Full name' }).fill(person.name)
  await page.getByLabel('Email address').first().fill(person.email)
  await page.getByLabel('Country or territory where you live').selectOption('KR')
  await page.getByRole('radio', { name: 'Do not show my name' }).check()
  await page.getByRole('checkbox', { name: /^I sign this petition/ }).check()
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email')
}

const main = (page: Page) => page.getByRole('main')

test('who signed hidden confirms exactly that, whatever a stranger posts with the same address', async ({
  page,
  request,
}) => {
  const person = newPerson({ name: 'Hidden Person' })
  const before = await count(request)
  await signHidden(page, person)
  const link = await mailedLink(request, person.email)
  await strangerPosts(request, person.email)
  await strangerPosts(request, person.email, { website: 'https://trap.example.org' })
  await expect.poll(async () => (await mailsTo(request, person.email)).length).toBeGreaterThanOrEqual(2)

  await page.goto(link)
  await expect(main(page)).toContainText('What you are confirming')
  await expect(main(page)).toContainText('Hidden Person')
  await expect(main(page)).toContainText('Do not show my name')
  await expect(main(page)).not.toContainText('Words I never wrote')
  await expectAccessible(page)
  const others = await mailedLink(request, person.email)
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expectCount(request, before + 1)
  await page.goto(others)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your link is in another email')
  await expectAccessible(page)
})

test('two hundred posts of a stranger use up nobody’s mails: a solved task brings the own one at once', async ({
  page,
  request,
}) => {
  const person = newPerson({ name: 'Patient Person' })
  for (let i = 0; i < 200; i += 20)
    await Promise.all(
      Array.from({ length: 20 }, (_, k) => strangerPosts(request, person.email, { name: `Not Me ${i + k}` })),
    )
  await expect.poll(async () => (await mailsTo(request, person.email)).length, { timeout: 30_000 }).toBe(3)
  await sign(page, person)
  await page.getByText('Have it sent again now').click()
  await page.getByLabel('Email address').fill(person.email)
  await page.getByRole('button', { name: 'Send it again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step')
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email', { timeout: 60_000 })
  await expect.poll(async () => (await mailsTo(request, person.email)).length, { timeout: 30_000 }).toBe(4)
  await page.goto(await mailedLink(request, person.email))
  await expect(main(page)).toContainText('Patient Person')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('whoever gets a stranger’s form puts it right before confirming, and the corrected one counts', async ({
      page,
      request,
    }) => {
      const person = newPerson()
      const before = await count(request)
      await strangerPosts(request, person.email, { website: 'filled in by a robot' })
      await page.goto(await mailedLink(request, person.email))
      await expect(main(page)).toContainText('Words I never wrote')
      await page.getByText('Is something wrong?').click()
      await page.getByRole('textbox', { name: 'Full name' }).fill('')
      await page.getByRole('textbox', { name: 'Comment' }).fill('')
      await page.getByRole('radio', { name: 'Initials only' }).check()
      await page.getByRole('button', { name: 'Confirm with these corrections' }).click()
      await expect(page.getByRole('alert')).toContainText('Enter your name')
      // axe runs in the page.
      if (javaScriptEnabled) await expectAccessible(page)
      await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('')
      await page.getByRole('textbox', { name: 'Full name' }).fill('My Own Name')
      await page.getByRole('button', { name: 'Confirm with these corrections' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Thank you')
      await expectCount(request, before + 1)
      await page.reload()
      await expect(main(page)).not.toContainText('being reviewed')
    })
  })
}
