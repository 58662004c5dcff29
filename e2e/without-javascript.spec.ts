import { count, expectCount } from './support/count'
import { mailedLink } from './support/mailbox'
import { confirm, fillIn, newPerson, sign } from './support/person'
import { expect, test } from './support/test'

test.use({ javaScriptEnabled: false })

test('a supporter without JavaScript signs, confirms and is counted', async ({ page, request }) => {
  const person = newPerson()
  const before = await count(request)
  await sign(page, person)
  // The trial mailbox works without scripts too.
  await page
    .getByRole('main')
    .getByRole('link', { name: /mailbox/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trial mailbox')
  await confirm(page, await mailedLink(request, person.email), 'en')
  await expectCount(request, before + 1)
})

test('a wrong form comes back filled in', async ({ page }) => {
  await fillIn(page, newPerson({ email: 'nobody', name: 'Ō “quoted” <b>&amp;' }))
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Enter an email address')
  await expect(page.getByRole('textbox', { name: 'Full name' })).toHaveValue('Ō “quoted” <b>&amp;')
})
