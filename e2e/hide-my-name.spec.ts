import { mailedLink } from './support/mailbox'
import { confirm, fillIn, newPerson, SLUG } from './support/person'
import { openPrivatePage } from './support/private-link'
import { expect, test } from './support/test'

test('a signer reads the risk of each choice, signs without a name, and later shows initials', async ({
  page,
  request,
}) => {
  const person = newPerson({ name: 'Named Nowhere' })
  await fillIn(page, person)
  const choices = page.getByRole('group', { name: 'How should your name appear?' })
  await expect(choices).toContainText('Anyone could link you to this petition')
  await expect(choices).toContainText('People who know you might recognise you')
  await expect(choices.getByRole('radio', { name: 'Initials only' })).toBeChecked()
  await choices.getByRole('radio', { name: 'Do not show my name' }).check()
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await confirm(page, await mailedLink(request, person.email), 'en')
  const pages = [`/en/petitions/${SLUG}`, '/en', `/api/v1/petitions/${SLUG}`]
  for (const path of pages) {
    const answer = await request.get(path)
    expect(answer.status()).toBe(200)
    expect(await answer.text()).not.toContain(person.name)
  }

  await openPrivatePage(page, request, person)
  await expect(page.getByRole('definition').filter({ hasText: 'Do not show my name' })).toBeVisible()
  await page.locator('summary', { hasText: 'Change my name or how it appears' }).click()
  await page.getByRole('radio', { name: 'Initials only' }).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('definition').filter({ hasText: 'Initials only' })).toBeVisible()
})

test('who is at risk finds advice before signing', async ({ page }) => {
  await page.goto('/en/privacy')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy')
  await page.getByRole('link', { name: /what we hold/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('If being named could endanger you')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('who is at risk finds the advice beside the choice, and leaves at once', async ({ page }) => {
      await page.route('https://**', (route) => route.fulfill({ contentType: 'text/html', body: 'elsewhere' }))
      const referrers: (string | undefined)[] = []
      page.on('request', (sent) => sent.url().startsWith('https:') && referrers.push(sent.headers().referer))
      await page.goto(`/en/petitions/${SLUG}`)
      await page.locator('#sign').getByRole('link', { name: 'If being named could endanger you' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('If being named could endanger you')
      await page.getByRole('link', { name: 'Exit this page' }).click()
      await expect(page.getByText('elsewhere')).toBeVisible()
      expect(referrers).toEqual([undefined])
      // With scripts, “Back” does not return to the page.
      await page.goBack()
      await expect(page).toHaveURL(javaScriptEnabled ? /\/petitions\// : /\/at-risk$/)
    })
  })
}
