import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '@/scripts/setup/root.mjs'
import { expectAccessible } from './support/axe'
import { oneOfEach } from './support/one-of-each'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

/** Pages to which no link leads, or only in a moment that another story tells. */
const elsewhere = [
  'account/recovery-codes',
  'second-factor',
  'second-factor/set-up',
  'sign-in',
  'sign-in/link',
  'step-up/[id]',
]

/** Files and the like: their links lead to no page. */
const isFile = /\/(?:csv|file|scan|names|pack|preview\/[\w-]+)$/

/** Their headings name one of the staff, which the browser's history does not. */
const ofAPerson = /^\/admin\/(staff\/[\w-]+$|confirm\/(end-staff-sessions|reset-factors|disable-access)\/)/

const kinds = readdirSync(join(root, 'app/admin'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.tsx'))
  .map((file) => file.replace(/\/?page\.tsx$/, ''))

/** The kind of page at a path: of several that fit, the one with fewest parameters. */
function kindOf(path: string): string | undefined {
  const fits = (kind: string) =>
    new RegExp(`^/admin${kind && '/'}${kind.replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(path.replace(/\?.*/, ''))
  return kinds.filter(fits).toSorted((a, b) => a.split('[').length - b.split('[').length)[0]
}

/** What is looked at once: a kind of page, for each kind of thing that it serves, and each state named by a query. */
function sortOf(path: string): string {
  if (path.includes('?')) return path
  const kind = kindOf(path) ?? path
  if (kind.startsWith('confirm/')) return path.split('/').slice(0, 4).join('/')
  if (kind.startsWith('coalition/texts/')) return path.split('/').slice(0, 5).join('/')
  return kind.includes('[entity]') ? kind.replace('[entity]', path.split('/')[3] ?? '') : kind
}

/** Admin pages to which this one leads. */
function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    // Those in charts are no links of HTML, and have no `pathname`.
    [...document.querySelectorAll('a[href^="/admin"]:not([download])')].map(
      (link) => new URL(link.getAttribute('href') ?? '', location.href).pathname,
    ),
  )
}

/** From the top of a page to the first row of its list, in presses of Tab. */
const MAX_TABS = 9

/** A page of the admin area, lists with all rows of a page included, before it is compressed; and the first page. */
const [MAX_BYTES, MAX_HOME_BYTES] = [45_000, 40_000]

/** Charts and their tables, and all forms about a member. */
const heavier = ['reports', 'coalition/members/[id]']

/** Pages that are lists, and on which there is something in this story. */
const withLists = [
  'approvals',
  'audit',
  'bulk',
  'coalition/activities',
  'coalition/applications',
  'coalition/co-signatures',
  'coalition/letters',
  'coalition/members',
  'coalition/members/proposals',
  'coalition/sources',
  'exports',
  'paper',
  'petitions',
  'signatures',
  'signatures/activity',
  'staff',
  'updates',
  'webhooks',
]

/** The navigation of all pages: its contrast is looked at on the first. */
const frame = 'nav.side, nav.bar'

/** Runs in the page. @returns how many bytes its scripts are, before they are compressed */
async function scriptsOf(): Promise<number> {
  const files = [...document.scripts].map(({ src }) => src).filter(Boolean)
  const sizes = await Promise.all(files.map(async (src) => (await (await fetch(src)).arrayBuffer()).byteLength))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/**
 * How many presses of Tab lead from the top of a page to the first row of its list, by the link that skips there; null
 * where it has no list, or a list in which nothing can be pressed.
 */
async function tabsToList(page: Page): Promise<number | null> {
  const row = '#list > tr, #list > li'
  if ((await page.locator(row).locator('a, button, input, select, summary').count()) === 0) return null
  for (let tabs = 1; tabs <= MAX_TABS; tabs += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate((rows) => {
      const focused = document.activeElement
      return focused?.closest(rows) ? 'row' : focused?.matches('.to-list') ? 'skip' : 'elsewhere'
    }, row)
    if (at === 'row') return tabs
    if (at === 'skip') await page.keyboard.press('Enter')
  }
  return Number.POSITIVE_INFINITY
}

/** Runs in the page. @returns what is wrong with it on a phone, where the rows of every list are cards */
function wrongOnAPhone(): string[] {
  const wider = [document.documentElement, ...document.querySelectorAll('.scroll:has(> table)')]
    .filter((one) => one.scrollWidth > one.clientWidth)
    .map((one) => `${one.scrollWidth - one.clientWidth} px wider than its place: ${one.tagName} ${one.className}`)
  const small = [...document.querySelectorAll<HTMLElement>('button, .button, select, summary, input, textarea')]
    .filter((one) => one.checkVisibility() && !one.matches('[type=hidden]'))
    // A tick box is as large as its label.
    .map((one) => (one.matches('[type=checkbox], [type=radio]') ? (one.closest('label') ?? one) : one))
    .filter((one) => one.getBoundingClientRect().height < 43.9)
    .map((one) => `${Math.round(one.getBoundingClientRect().height)} px high: ${one.outerHTML.slice(0, 120)}`)
  return [...wider, ...small.slice(0, 3)]
}

test('every kind of staff page: no barrier, light on a desk and dark on a phone, and room for a finger', async ({
  browser,
}) => {
  // Two minutes on a machine of its own; ten times as long where others compute.
  test.setTimeout(1_200_000)
  const { page: first, email } = await signInAs(browser, 'owner')
  const { petition, won, delivery } = await oneOfEach(email)
  const page = await withScripts(browser, first)
  const waiting = [
    '/admin',
    '/admin/account/notices',
    '/admin/coalition',
    '/admin/coalition/site-texts',
    // The fields of a text that is written from right to left, beside the English one.
    `/admin/petitions/${petition}/texts/ar`,
    `/admin/petitions/${petition}/texts/en/publish`,
    `/admin/petitions/${petition}/texts/publish`,
    `/admin/petitions/${won}/hand-over/${delivery}`,
    // What a page says of a mistake, of a day that is not one, and of nothing to confirm.
    '/admin/bulk/new?problem=reason',
    '/admin/petitions/new?problem=slug_invalid',
    `/admin/confirm/close-petition/${petition}?problem=numbers`,
    `/admin/confirm/deliver-petition/${petition}?day=2001-01-01`,
    `/admin/confirm/deliver-petition/${petition}?day=${new Date().toISOString().slice(0, 10)}`,
    '/admin/confirm/nothing/at-all',
  ]
  const [seen, kindsSeen] = [new Set<string>(), new Set<string | undefined>()]
  const lists: string[] = []
  while (waiting.length > 0) {
    const path = waiting.shift() ?? ''
    const sort = sortOf(path)
    if (seen.has(sort) || isFile.test(path)) continue
    const known = seen.size > 0 ? { known: frame } : {}
    seen.add(sort)
    kindsSeen.add(kindOf(path))
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 900 })
    await test.step(path, async () => {
      const response = await page.goto(path)
      const html = (await response?.text()) ?? ''
      const most = sort === '' ? MAX_HOME_BYTES : MAX_BYTES
      if (!heavier.includes(sort)) expect.soft(Buffer.byteLength(html), path).toBeLessThanOrEqual(most)
      // Our own plain scripts, none of the framework's, and its data neither.
      expect.soft(html.match(/<script[^>]*_next|__next_f|\.js"[^>]*as="script/g), path).toBeNull()
      expect.soft(await page.evaluate(scriptsOf), path).toBeLessThanOrEqual(25_000)
      // One thing a page, and the browser's history names it.
      await expect.soft(page.getByRole('heading', { level: 1 }), path).toHaveCount(1)
      const name = (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? ''
      const title = ofAPerson.test(path) ? 'Staff' : name.replaceAll(/\s+/g, ' ')
      expect.soft(await page.title(), path).toBe(`${title} · Admin`)
      const tabs = await tabsToList(page)
      if (tabs !== null) lists.push(sort)
      expect.soft(tabs ?? 0, `${path}: presses of Tab to the first row`).toBeLessThanOrEqual(MAX_TABS)
      await expectAccessible(page, { where: `${path} at 1280`, ...known })
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize({ width: 390, height: 844 })
      const rules = seen.size > 1 ? 'looks' : 'all'
      await expectAccessible(page, { where: `${path} at 390`, rules, ...known })
      expect.soft(await page.evaluate(wrongOnAPhone), `${path} at 390`).toEqual([])
      // What a window of 1280 by 1024 px shows at 400 % (WCAG 1.4.10).
      await page.setViewportSize({ width: 320, height: 256 })
      expect.soft(await page.evaluate(wrongOnAPhone), `${path} at 320`).toEqual([])
    })
    if (process.env.SHOTS) {
      const file = `${process.env.SHOTS}/page${sort.replaceAll('/', '_')}.png`
      await page.screenshot({ path: file, fullPage: true })
    }
    waiting.push(...(await linksOf(page)))
  }
  expect(kinds.filter((kind) => !kindsSeen.has(kind)).toSorted()).toEqual(elsewhere)
  expect(withLists.filter((sort) => !lists.includes(sort))).toEqual([])
})
