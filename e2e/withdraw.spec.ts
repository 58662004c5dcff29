import { count, expectCount } from './support/count'
import { mailedLink } from './support/mailbox'
import { confirm, newPerson, sign } from './support/person'
import { openPrivatePage } from './support/private-link'
import { expect, test } from './support/test'

test.use({ javaScriptEnabled: false })

test('a signer who lost the first mail withdraws by a private link, without scripts, and can sign again', async ({
  page,
  request,
}) => {
  const person = newPerson()
  const before = await count(request)
  await sign(page, person)
  await confirm(page, await mailedLink(request, person.email), 'en')
  await expectCount(request, before + 1)
  await openPrivatePage(page, request, person)
  await page.locator('summary', { hasText: 'Withdraw my signature' }).click()
  await page.getByRole('button', { name: 'Withdraw my signature' }).click()
  await expect(page.getByRole('status')).toContainText('Your signature has been withdrawn')
  await expectCount(request, before)
  await sign(page, person)
})
