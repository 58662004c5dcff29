import { expectAccessible } from './support/axe'
import { fromOneNetwork } from './support/held'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const names = (name: string) => Array.from({ length: 12 }, (_, i) => `${name} ${i}`)

test('two busy networks of one hour stand apart, and nothing says which networks they are', async ({ browser }) => {
  await fromOneNetwork(names('School'), 71)
  await fromOneNetwork(names('Robot'), -72)
  const { page } = await signInAs(browser, 'moderator')
  await page.getByRole('link', { name: 'Suspicious activity' }).click()
  const rows = page.getByRole('row').filter({ hasText: 'One busy network, within an hour' })
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('12')
  await expectAccessible(await withScripts(browser, page))
})
