import { randomUUID } from 'node:crypto'
import { expectAccessible } from './support/axe'
import { mailedPath } from './support/mailed-text'
import { expect, test } from './support/test'

// The accessibility checks need scripts.
for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('an organisation applies, mends the form, confirms by a button, and takes it back', async ({
      page,
      request,
    }) => {
      const email = `story-${randomUUID()}@example.org`
      await page.goto('/en')
      await page.getByRole('contentinfo').getByRole('link', { name: 'Join the coalition' }).click()
      await page.getByLabel('An organisation').check()
      await page.getByLabel('Name of the organisation, or your own').fill('Refuge & Hope')
      await page.getByLabel('Email address').fill(email)
      await page.getByLabel('Country or territory').selectOption('GB')
      await page.getByLabel('Website').fill('ftp://example.org')
      await page.getByLabel('Why do you want to join?').fill('왜냐하면 우리는 난민을 돕습니다. '.repeat(20))
      await page.getByRole('button', { name: 'Apply' }).click()

      await expect(page).toHaveURL(/\/en\/join\/edit\?draft=/)
      expect(decodeURIComponent(page.url())).not.toContain(email)
      await expect(page.getByRole('alert').getByRole('link')).toHaveText([
        'Enter your own name',
        'Enter a website in the form example.org, or leave this field blank',
        /Tick the box/,
      ])
      if (scripts) await expectAccessible(page)
      await expect(page.getByLabel('Name of the organisation, or your own')).toHaveValue('Refuge & Hope')
      await page.getByLabel('For organisations: your own name').fill('Ann Lee')
      await page.getByLabel('Website').fill('example.org')
      await page.getByLabel(/I agree/).check()
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email')

      const path = await mailedPath(request, email, /\/en\/join\/[\w-]{43}/)
      await page.goto(path)
      // Opening the link confirms nothing.
      await page.reload()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirm your application')
      if (scripts) await expectAccessible(page)
      await page.getByRole('button', { name: 'Confirm' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('We have received your application')
      await page.getByText('Withdraw my application').first().click()
      await page.getByRole('button', { name: 'Withdraw my application' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your application has been withdrawn')
    })
  })
}

test('a long reason in any script survives the way back', async ({ page, request }) => {
  const comment = Array.from({ length: 1000 }, (_, i) => String.fromCodePoint(0xac00 + ((i * 7919) % 11_172))).join('')
  const fields = { kind: 'individual', name: '김지수', email: 'nobody', country: 'KR', comment, locale: 'ko' }
  const answer = await request.post('/api/v1/applications', { form: fields, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
  await page.goto(answer.headers().location ?? '')
  await expect(page.getByRole('alert')).toBeVisible()
  expect(comment).toContain(await page.locator('[name=comment]').inputValue())
  await expect(page.locator('[name=name]')).toHaveValue('김지수')
})
