import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '@/scripts/setup/root.mjs'
import { aWonPetition } from './support/a-won-petition'
import { expectAccessible } from './support/axe'
import { SLUG } from './support/person'
import { expect, test } from './support/test'

/** Pages behind a mailed link or a session: the stories of these look at them. */
const behindALink = /\[token\]|for-members\/own|updates\/\[id\]|join\/edit/

/** The page that says that there is none; and the frame, which has a story of its own. */
const elsewhere = ['[locale]/missing', 'embed/[locale]/petitions/[slug]']

const kinds = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)page\.tsx$/.test(file) && !/^(admin|\(preview\))/.test(file))
  .map((file) => file.replace(/\/?page\.tsx$/, ''))
  .filter((kind) => !behindALink.test(kind) && !elsewhere.includes(kind))

/** The kind of page at a path: of several that fit, the one with fewest parameters. */
function kindOf(address: string): string | undefined {
  const path = address.replace(/\?.*/, '')
  const fits = (kind: string) => new RegExp(`^/${kind.replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(path)
  return kinds.filter(fits).toSorted((a, b) => a.split('[').length - b.split('[').length)[0]
}

/** A script that is not one of ours: of the framework, or within the page; data are none. */
const FOREIGN_SCRIPT = /<script(?![^>]*(?: type="application\/(?:ld\+)?json"| src="\/[\w-]+\.js"))[^>]*>/g

/** Paths of the same language to which a page leads. */
function linksOf(page: Page, locale: string): Promise<string[]> {
  return page.evaluate(
    (start) =>
      [...document.querySelectorAll<HTMLAnchorElement>(`a[href^="${start}"]:not([download])`)].map((a) => a.pathname),
    `/${locale}`,
  )
}

/** Answers and forms that no link of the first content leads to. */
const answers = [
  'embed',
  'letters/open-letter-security-council',
  'letters/security-council-2015/co-sign',
  'members/find?q=zzz',
  `petitions/${SLUG}/comments`,
  `petitions/${SLUG}/share`,
  `petitions/${SLUG}/share/sheet`,
  `petitions/${SLUG}/sign`,
  'write-to-your-government/eg',
  'for-members/link-sent',
  'for-members/wrong-address',
  'join/check-your-email',
  'join/mail-comes-later',
  'letters/security-council-2015/co-sign/check-your-email',
  `petitions/${SLUG}/check-your-email`,
  `petitions/${SLUG}/mail-comes-later`,
  'signature/erased',
  'signature/link-comes-later',
  'signature/link-sent',
  'signature/wrong-address',
  'unsubscribe/done',
]

// Light and wide in English, dark on a small phone from right to left: between them what a page's layout can meet.
for (const [locale, width, colorScheme] of [
  ['en', 1280, 'light'],
  ['ar', 320, 'dark'],
] as const)
  test(`every kind of public page in ${locale} at ${width}: no barrier, one heading, nothing wider than the screen`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(600_000)
    const won = await aWonPetition()
    const viewport = { width, height: 800 }
    const page = await browser.newPage({ viewport, colorScheme, locale, baseURL })
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()} ${message.text()}`)
    })
    page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
    const waiting = ['', `petitions/${won}`, ...answers].map((path) => `/${locale}${path && '/'}${path}`)
    const seen = new Set<string>()
    while (waiting.length > 0) {
      const path = waiting.shift() ?? ''
      const kind = kindOf(path)
      // The page of a petition that was won is another one than that of an open one, and so is a search in vain.
      const sort = path.endsWith(won) || path.includes('?') ? path : kind
      if (!kind || !sort || seen.has(sort)) continue
      const known = seen.size > 0 ? { known: 'body > header, body > footer' } : {}
      seen.add(sort)
      await test.step(path, async () => {
        const answer = await page.goto(path)
        expect.soft(answer?.status(), path).toBe(200)
        expect.soft((await answer?.text())?.match(FOREIGN_SCRIPT), path).toBeNull()
        await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveCount(1)
        await expectAccessible(page, { where: path, rules: locale === 'en' ? 'all' : 'looks', ...known })
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect.soft(over, `${path}: pixels wider than the screen`).toBe(0)
        if (process.env.SHOTS) {
          const file = `${process.env.SHOTS}/public${path.replaceAll('/', '_')}-${width}.png`
          await page.screenshot({ path: file, fullPage: true })
        }
      })
      waiting.push(...(await linksOf(page, locale)))
    }
    expect(kinds.filter((kind) => !seen.has(kind)).toSorted()).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
