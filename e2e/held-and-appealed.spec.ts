import { expectAccessible } from './support/axe'
import { count } from './support/count'
import { mailedLink } from './support/mailbox'
import { newPerson, SLUG } from './support/person'
import { expect, test } from './support/test'

test('a suspicious signature is held; its signer is told in neutral words, never “counted”, and can write to us', async ({
  page,
  request,
}) => {
  const { name, email } = newPerson()
  const before = await count(request)
  // As a program does that fills in every field, including the honeypot.
  const form = { name, email, country: 'KR', display: 'full', consent: 'on', website: 'https://example.org' }
  await request.post(`/api/v1/petitions/${SLUG}/signatures`, { form })
  await page.goto(await mailedLink(request, email))
  await page.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your signature is being reviewed')
  await expectAccessible(page)
  await page.getByLabel('What would you like to tell us?').fill('My browser filled in a field that I did not see.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('We have received your message.')).toBeVisible()
  await expectAccessible(page)
  expect(await count(request)).toBe(before)
})
