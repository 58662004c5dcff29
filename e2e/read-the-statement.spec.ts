import { files } from '@/messages/translator'
import { expect, test } from './support/test'

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a journalist reads the statement, checks what came of it, and cites it', async ({ page, baseURL }) => {
    await page.goto('/en')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Statement' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the coalition stands for')

    await page
      .getByRole('navigation', { name: 'On this page' })
      .getByRole('link', { name: /full investigation/ })
      .click()
    await expect(page).toHaveURL(/#full-investigation$/)
    const clause = page.getByRole('region', { name: /full investigation/ })
    await expect(clause.getByRole('listitem')).toHaveText([/March 2013.*established/, /February 2014.*reports/])
    await expect(page.getByText('Version 3 · Summary by the editors of this site, 2026')).toBeVisible()
    const cited = `version 3, summary by the site’s editors (2026). \u2066${baseURL}/en/statement\u2069`
    await expect(page.getByText(cited)).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('As of 2015')

    await page.getByRole('link', { name: /Version 1/ }).click()
    await expect(page).toHaveURL(/\/en\/statement\/1$/)
    await expect(page.getByText('This is an older version.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Stop torture' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Read the latest version' }).click()
    await page.getByRole('link', { name: 'The Commission reports' }).click()
    await expect(page).toHaveURL(/\/en\/activities\/commission-reports-2014$/)
  })

  test('each activity has a page of its own, in all languages, and leads to its neighbours', async ({
    page,
    request,
    baseURL,
  }) => {
    test.slow()
    const feed = (await (await request.get('/en/activities/feed.json')).json()) as { items: { url: string }[] }
    const sitemap = await (await request.get('/sitemap.xml')).text()
    const locales = Object.keys(files)
    for (const [i, { url }] of feed.items.entries()) {
      expect(url).toMatch(`${baseURL}/en/activities/`)
      expect(sitemap).toContain(`<loc>${url}</loc>`)
      // Each in English and one other language, in turn: all pages of all languages would be five hundred renderings.
      for (const locale of ['en', locales[i % locales.length]]) {
        const there = url.replace('/en/', `/${locale}/`)
        expect([there, (await request.get(there)).status()]).toEqual([there, 200])
      }
    }
    await page.goto('/en/activities')
    await page.getByRole('link', { name: 'Founding conference in Tokyo' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Founding conference in Tokyo')
    await expect(page.getByRole('navigation', { name: 'You are here' }).getByRole('link')).toHaveText([
      'Home',
      'Activities',
    ])
    const data = await page.locator('script[type="application/ld+json"]').allTextContents()
    const event = data.map((text) => JSON.parse(text)).find((one) => one['@type'] === 'Event')
    expect(event).toMatchObject({ startDate: '2011-09-07', url: page.url() })
    expect(event.eventStatus).toBeUndefined()
    const next = page.getByRole('navigation', { name: 'Before and after' }).getByRole('link').last()
    const title = (await next.textContent()) ?? ''
    await next.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  })

  test('the activities keep event and publication apart, and say where sources disagree', async ({ page, request }) => {
    await page.goto('/en/activities')
    const conference = page.getByRole('article', { name: 'Founding conference in Tokyo' })
    await expect(conference.locator('time')).toHaveAttribute('datetime', '2011-09-07')
    await expect(conference).toContainText('published 8 October 2011')
    await expect(conference).toContainText('two-day conference')

    const atom = await request.get('/en/activities/feed.atom')
    expect(atom.headers()['content-type']).toContain('application/atom+xml')
    expect((await atom.text()).match(/<entry /g)).toHaveLength(66)
    const feed = (await (await request.get('/ko/activities/feed.json')).json()) as {
      language: string
      items: unknown[]
    }
    expect([feed.language, feed.items.length]).toEqual(['ko', 66])
  })
})

test('wrong addresses get a helpful page with status 404', async ({ page }) => {
  for (const path of [
    'statement/9',
    'members/nobody',
    'letters/nothing',
    'activities/nothing',
    'write-to-your-government/xx',
    'statement/01',
  ]) {
    const answer = await page.goto(`/en/${path}`)
    expect([path, answer?.status()]).toEqual([path, 404])
    await expect(page.getByRole('main').getByRole('link')).not.toHaveCount(0)
  }
})
