import type { Page } from '@playwright/test'
import { anotherSite } from '@/test/sites.mjs'
import { count, expectCount } from './support/count'
import { mailedLink } from './support/mailbox'
import { confirm, newPerson, SLUG, sign } from './support/person'
import { openPrivatePage } from './support/private-link'
import { expect, test } from './support/test'

// As Tor Browser at its safest level: no scripts, no SVG, no pictures, no fonts of the site, no sound, no MathML.
test.use({ javaScriptEnabled: false })

/** @returns what was blocked, to prove that the story blocked something */
async function safest(page: Page): Promise<{ drawings: number }> {
  const lost = { drawings: 0 }
  await page.route('**/*', async (route) => {
    const kind = route.request().resourceType()
    if (['image', 'font', 'media', 'script'].includes(kind)) return route.abort()
    if (kind !== 'document' || route.request().method() !== 'GET') return route.continue()
    const answer = await route.fetch({ maxRedirects: 0 })
    const html = await answer.text()
    const body = html.replace(/<svg\b.*?<\/svg>|<math\b.*?<\/math>/gs, () => {
      lost.drawings += 1
      return ''
    })
    return route.fulfill({ response: answer, body })
  })
  return lost
}

test('signing, confirming, seeing and erasing work, and no page says less in words', async ({ page, request }) => {
  const lost = await safest(page)
  const person = newPerson()
  const before = await count(request)
  await page.goto(`/en/petitions/${SLUG}`)
  await expect(page.getByRole('main')).toContainText(`${before.toLocaleString('en')} `)
  await sign(page, person)
  await confirm(page, await mailedLink(request, person.email), 'en')
  await expectCount(request, before + 1)
  await openPrivatePage(page, request, person)
  await page.locator('summary', { hasText: 'Delete everything' }).click()
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything has been deleted')
  await expectCount(request, before)
  expect(lost.drawings).toBeGreaterThan(5)
})

test('what is drawn is said beside it: the map and the years as lists, the code as an address', async ({ page }) => {
  await safest(page)
  await page.goto('/en/members')
  await expect(page.getByRole('main').getByText('South Korea').first()).toBeVisible()
  await page.goto('/en/activities')
  await expect(
    page
      .getByRole('main')
      .getByText(/\b20\d\d\b/)
      .first(),
  ).toBeVisible()
  await page.goto('/en/share/sheet')
  await expect(page.getByRole('main')).toContainText('/petitions/')
})

test('where the site stands as an onion service too, its pages say where', async ({ request }) => {
  const onion = `http://${'a'.repeat(56)}.onion`
  const site = await anotherSite({ ONION_URL: onion })
  try {
    for (const path of ['/en', `/ko/petitions/${SLUG}`, '/en/at-risk'])
      expect((await request.get(site.url + path)).headers()['onion-location']).toBe(onion + path)
    expect((await request.get('/en')).headers()['onion-location']).toBeUndefined()
  } finally {
    await site.close()
  }
})
