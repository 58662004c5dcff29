import { expectAccessible } from './support/axe'
import { SLUG } from './support/person'
import { expect, test } from './support/test'

test('a supporter tells others: links, QR code, a sheet to print', async ({ page, baseURL, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/en/share')
  const address = `${baseURL}/en/petitions/${SLUG}`
  for (const [name, host] of [
    ['WhatsApp', 'wa.me'],
    ['Telegram', 't.me'],
    ['X', 'x.com'],
    ['Facebook', 'www.facebook.com'],
    ['LINE', 'line.me'],
  ] as const) {
    const href = (await page.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
    expect(new URL(href).host).toBe(host)
    expect(decodeURIComponent(href)).toContain(address)
  }
  await page.getByRole('button', { name: 'Copy' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
  await expect(page.getByRole('img', { name: `QR code that leads to ${address}` })).toBeVisible()
  await page.getByRole('link', { name: 'Open the flyer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The Security Council must act')
  await expectAccessible(page)
  // One sheet of A4.
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('a chat shows the petition’s picture with its number, which is there to save', async ({
  page,
  request,
  baseURL,
}) => {
  for (const locale of ['en', 'ar', 'ko']) {
    const image = page.locator('meta[property="og:image"]')
    await expect(async () => {
      await page.goto(`/${locale}/petitions/${SLUG}`)
      await expect(image).toHaveAttribute(
        'content',
        new RegExp(`^${baseURL}/share/${SLUG}/${locale}-[0-9a-f]{16}\\.png$`),
        {
          timeout: 1_000,
        },
      )
    }).toPass({ timeout: 60_000 })
    const address = (await image.getAttribute('content')) ?? ''
    const answer = await request.get(address)
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'image/png'])
    expect(answer.headers()['cache-control']).toBe('public, max-age=10800')
    // An old one leads to that of today.
    const old = await request.get(address.replace(/-[0-9a-f]{16}/, '-0123456789abcdef'), { maxRedirects: 0 })
    expect([old.status(), old.headers().location]).toEqual([302, new URL(address).pathname])
  }
  await page.goto('/en/share')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the picture' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^en-[0-9a-f]{16}\.png$/)
  await expect(page.getByRole('img', { name: /people have signed|The Security Council must act/ })).toBeVisible()
  await expectAccessible(page)
})

test('machines find every page in every language', async ({ request, baseURL }) => {
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
  const sitemap = await (await request.get('/sitemap.xml')).text()
  expect(sitemap).toContain(`<loc>${baseURL}/ko/members/fidh</loc>`)
  expect(sitemap).toContain(`hreflang="ko" href="${baseURL}/ko/letters/security-council-2015"`)
  expect(sitemap).not.toContain('ar-XB')
  const html = await (await request.get('/ko/statement')).text()
  expect(html).toContain(`<link rel="canonical" href="${baseURL}/ko/statement"`)
  for (const path of [
    'statement',
    'members',
    'members/fidh',
    'activities',
    'activities/launch-2011',
    'letters/security-council-2015',
  ]) {
    const page = await (await request.get(`/en/${path}`)).text()
    const blocks = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)]
    expect(blocks.length, path).toBeGreaterThan(0)
    for (const [, text] of blocks) expect(JSON.parse(text ?? '')).toMatchObject({ '@context': 'https://schema.org' })
  }
})
