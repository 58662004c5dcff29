import { expectAccessible } from './support/axe'
import { count, expectCount } from './support/count'
import { fromOneNetwork } from './support/held'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

const names = (name: string) => Array.from({ length: 12 }, (_, i) => `${name} ${i}`)

test('two busy networks of one hour stand apart, each with its others, and are held together', async ({
  browser,
  request,
}) => {
  const before = await count(request)
  await fromOneNetwork(names('School'), 71)
  await fromOneNetwork(names('Robot'), -72)
  const { page } = await signInAs(browser, 'moderator')
  await page.getByRole('link', { name: 'Suspicious activity' }).click()
  const rows = page.getByRole('row').filter({ hasText: 'One busy network, within an hour' })
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('12')
  await expectAccessible(await withScripts(browser, page))

  await page.goto('/admin/signatures?network=00000047')
  await expect(page.locator('#network')).toHaveValue('00000047')
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(13)
  await page.getByRole('cell').getByRole('link').first().click()
  await page.getByRole('link', { name: '11 others from the same busy network within an hour' }).click()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(13)
  const seeing = await withScripts(browser, page)
  await seeing.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(seeing)

  await page.goto('/admin/signatures/activity')
  await rows.first().getByRole('link').click()
  await page.getByRole('button', { name: /^Hold 12 signatures, One busy network/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hold 12 signatures')
  await expect(page.getByRole('main')).toContainText('from one busy network within an hour')
  // The next story finds a count that no longer moves.
  await expectCount(request, before + 24)
})
