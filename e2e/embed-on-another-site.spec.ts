import type { Page } from '@playwright/test'
import { FRAME_HEIGHT } from '@/components/embed/snippets'
import { locales, translator } from '@/messages/translator'
import { connect } from '@/scripts/database/connect.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { count, expectCount } from './support/count'
import { mailedLink } from './support/mailbox'
import { openPage } from './support/open-page'
import { otherSite } from './support/other-site'
import { confirm, newPerson, SLUG, TITLE } from './support/person'
import { expect, test } from './support/test'

const t = translator('en', 'form')
const embed = translator('en', 'embed')

/** What a member copies from the page that its own page leads to. */
async function copied(page: Page, member: string, way: 'frame' | 'fitted' | 'form'): Promise<string> {
  await openPage(page, `/en/members/${member}`)
  await page.getByRole('link', { name: embed('open') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(embed('title'))
  return page.getByRole('textbox', { name: embed(`${way}.title`), exact: true }).inputValue()
}

async function signedVia(code: string): Promise<number> {
  const database = await connect(thisSite().env.DATABASE_URL ?? '')
  try {
    const { rows } = await database.query(
      "SELECT count(*)::int AS n FROM signature WHERE via = $1 AND state = 'counted'",
      [code],
    )
    return rows[0].n
  } finally {
    await database.end()
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })
    const code = javaScriptEnabled ? 'fidh' : 'human-rights-watch'

    test('a visitor of a member’s site signs in a frame, confirms on this one, and is counted as the member’s', async ({
      page,
      request,
      baseURL,
    }) => {
      const before = await count(request)
      const other = await otherSite(await copied(page, code, javaScriptEnabled ? 'fitted' : 'frame'))
      const person = newPerson()
      await page.goto(other.url)
      const frame = page.frameLocator('iframe')
      await expect(frame.getByRole('heading', { level: 1 })).toHaveText(TITLE)
      await expect(frame.locator('[data-count] data')).toHaveText(new Intl.NumberFormat('en').format(before))
      if (javaScriptEnabled) {
        const high = async () => (await page.locator('iframe').boundingBox())?.height
        const wanted = () => frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height))
        await expect.poll(async () => (await high()) === (await wanted())).toBe(true)
        expect(await wanted()).not.toBe(FRAME_HEIGHT)
      }
      await frame.getByRole('textbox', { name: t('name.label') }).fill(person.name)
      await frame.getByLabel(t('email.label')).fill(person.email)
      await frame.getByLabel(t('country.label')).selectOption('KR')
      await frame.getByLabel(t('consent.label')).check()
      await frame.getByRole('button', { name: t('submit'), exact: true }).click()
      // The whole window is on this site now.
      await expect(page).toHaveURL(`${baseURL}/en/petitions/${SLUG}/check-your-email`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(translator('en', 'checkEmail')('title'))
      await confirm(page, await mailedLink(request, person.email), 'en')
      await expectCount(request, before + 1)
      expect(await signedVia(code)).toBe(1)
      other.close()
    })

    test('what is wrong in a frame is mended on the site, and the way out leads out of both', async ({
      page,
      baseURL,
    }) => {
      const other = await otherSite(await copied(page, code, 'frame'))
      await page.goto(other.url)
      const frame = page.frameLocator('iframe')
      await frame.getByRole('textbox', { name: t('name.label') }).fill('Only a name')
      await frame.getByRole('button', { name: t('submit'), exact: true }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      expect(page.url()).toContain(`${baseURL}/en/petitions/${SLUG}/sign?draft=`)
      await expect(page.getByRole('textbox', { name: t('name.label') })).toHaveValue('Only a name')
      await expect(page.locator('input[name=via]')).toHaveValue(code)
      await page.goto(other.url)
      await page.route('https://www.bing.com/', (route) => route.fulfill({ body: 'elsewhere' }))
      await frame.getByRole('link', { name: translator('en', 'site')('exit') }).click()
      await expect(page).toHaveURL('https://www.bing.com/')
      other.close()
    })
  })
}

test('a member’s own form posts to the site, from a page that tells nothing of itself', async ({
  page,
  request,
  baseURL,
}) => {
  const markup = await copied(page, 'fidh', 'form')
  const other = await otherSite(`<meta name="referrer" content="no-referrer">${markup}`)
  const person = newPerson()
  await page.goto(other.url)
  await page.getByLabel(t('name.label')).fill(person.name)
  await page.getByLabel(t('email.label')).fill(person.email)
  await page.getByLabel(t('country.label')).selectOption('KR')
  await page.getByLabel(t('consent.label')).check()
  await page.getByRole('button', { name: t('submit') }).click()
  await expect(page).toHaveURL(`${baseURL}/en/petitions/${SLUG}/check-your-email`)
  await confirm(page, await mailedLink(request, person.email), 'en')
  other.close()
})

test('no other page of the site can be framed', async ({ page, baseURL }) => {
  const paths = [`/en/petitions/${SLUG}`, `/en/petitions/${SLUG}/sign`, '/en/embed', '/en/signature', '/admin/sign-in']
  const other = await otherSite(paths.map((path) => `<iframe src="${baseURL}${path}"></iframe>`).join(''))
  await page.goto(other.url, { waitUntil: 'load' })
  expect(page.frames()).toHaveLength(paths.length + 1)
  for (const frame of page.frames().slice(1)) expect(frame.url()).toMatch(/^chrome-error:/)
  other.close()
})

test('what is chosen in a frame does not change its height, which the page around learns', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openPage(page, `/embed/en/petitions/${SLUG}`)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  const height = () => page.evaluate(() => document.documentElement.getBoundingClientRect().height)
  const before = await height()
  const choices = await page.locator('input[type=checkbox], input[type=radio]').all()
  expect(choices.length).toBeGreaterThanOrEqual(6)
  for (const choice of choices) {
    await choice.check()
    expect(await height()).toBe(before)
  }
})

test('the frame in every language holds its content at 360 px, weighs 25 KB at most, and is accessible in each look', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openPage(page, `/embed/en/petitions/${SLUG}`)
  const sizes = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => [
      new URL(entry.name).pathname,
      (entry as PerformanceResourceTiming).encodedBodySize,
    ]),
  )
  // The page, its style, and two scripts that it does without.
  expect(sizes.length).toBeGreaterThanOrEqual(4)
  for (const [, size] of sizes) expect(size).toBeGreaterThan(0)
  expect(sizes.reduce((sum, [, size]) => sum + Number(size), 0)).toBeLessThanOrEqual(25_000)
  for (const locale of locales) {
    await openPage(page, `/embed/${locale}/petitions/${SLUG}`)
    const { height, width } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return { height: document.body.scrollHeight, width: scrollWidth - clientWidth }
    })
    expect(height, locale).toBeLessThanOrEqual(FRAME_HEIGHT)
    expect(width, locale).toBe(0)
  }
  for (const look of ['', '?theme=light&accent=violet', '?theme=dark', '?theme=dark&accent=green']) {
    await openPage(page, `/embed/ar/petitions/${SLUG}${look}`)
    await expectAccessible(page)
  }
  for (const path of ['/en/embed', '/ar/embed', '/en/members/fidh/embed']) {
    await openPage(page, path)
    await expectAccessible(page)
  }
})
