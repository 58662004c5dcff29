import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { signInAs } from '@/e2e/support/staff'
import { type Effort, Hands } from './hands'
import { HELD } from './work-people'

interface Site {
  url: string
  env: Record<string, string>
}

const languages = ['English', 'Korean', 'Japanese', 'French', 'Spanish', 'Russian', 'Chinese', 'Arabic']

/** Somebody in a role, on Home, in a browser with scripts. */
async function begin(browser: Browser, site: Site, role: string): Promise<{ hands: Hands; email: string }> {
  const { page, email } = await signInAs(browser, role, site)
  const context = await browser.newContext({ baseURL: site.url, storageState: await page.context().storageState() })
  await page.context().close()
  const scripted = await context.newPage()
  await scripted.goto('/admin')
  return { hands: new Hands(scripted), email }
}

const h1 = (page: Page, text: string | RegExp) => page.getByRole('heading', { level: 1, name: text })
const fact = (page: Page, name: string) =>
  page.locator('main dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd[1]')

/** 300 fakes of one domain: found, and their removal asked for. */
export async function flood(browser: Browser, site: Site, domain: string): Promise<{ asks: Effort; agrees: Effort }> {
  const { hands } = await begin(browser, site, 'moderator')
  const { page } = hands
  const row = page.locator('#list').getByRole('row').filter({ hasText: domain })
  await expect(async () => {
    await page.goto('/admin/signatures/activity')
    await expect(row).toContainText('300', { timeout: 500 })
  }).toPass({ timeout: 180_000 })
  await page.goto('/admin')
  const told = page.getByRole('listitem').filter({ hasText: domain })
  await hands.read(told)
  const reason = page.getByRole('combobox', { name: new RegExp(domain) })
  await hands.click(told.getByRole('link'), reason)
  await hands.read(page.getByRole('heading', { level: 2 }).filter({ hasText: domain }))
  await hands.choose(reason, 'Fraudulent')
  await hands.click(page.getByRole('button', { name: /^Remove/ }), h1(page, 'Remove 300 signatures'))
  await hands.read(page.locator('main > dl'))
  await hands.read(page.getByRole('status'))
  await hands.click(
    page.getByRole('button', { name: 'Request approval to remove 300' }),
    page.getByText('Awaiting a second person').first(),
  )

  const second = (await begin(browser, site, 'owner')).hands
  await hands.page.context().close()
  const review = second.page.getByRole('link', { name: /^Review.*Remove 300 signatures/ }).first()
  await second.read(second.page.locator('li').filter({ has: review }))
  const approve = second.page.getByRole('button', { name: /^Approve/ }).first()
  await second.click(review, approve)
  await second.read(second.page.locator('main dl').first())
  await second.click(approve, second.page.getByRole('status').first())
  return { asks: hands.effort(), agrees: second.effort() }
}

/** Every held signature, read and decided by keys alone. */
export async function review(browser: Browser, site: Site): Promise<Effort & { groups: number; singles: number }> {
  const { hands } = await begin(browser, site, 'moderator')
  const { page } = hands
  const start = page.getByRole('button', { name: 'Start review' })
  await hands.tabTo(page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: /^Held signatures/ }))
  await hands.press('Enter', start)
  await hands.tabTo(start)
  const title = page.getByRole('main').getByRole('heading', { level: 2 }).first()
  await hands.press('Enter', page.getByRole('button', { name: 'Keyboard shortcuts' }))
  const made = { groups: 0, singles: 0 }
  for (let left = HELD; left > 0; ) {
    const boxes = await page.locator('main input[type=checkbox][name=key]').count()
    const shown = page.locator('.panel input[name=shown]').first()
    const key = await shown.inputValue()
    await hands.read(title)
    if (boxes > 0) {
      made.groups += 1
      await hands.read(page.locator('main .panel dd'))
      for (const column of [2, 3]) await hands.read(page.locator(`main tbody td:nth-child(${column})`))
    } else {
      made.singles += 1
      await hands.read(page.locator('main blockquote.said'))
      for (const name of ['Email', 'Why held', 'Comment']) await hands.read(fact(page, name))
    }
    const gone = page.locator(`.panel input[name=shown][value="${key}"]`)
    const rest = Math.max(0, left - Math.max(boxes, 1))
    if (boxes > 0 ? made.groups % 2 === 0 : made.singles % 3 === 0) {
      await hands.press('1')
    } else await hands.press('a')
    await waited(hands, gone)
    left = rest
  }
  return { ...hands.effort(), ...made }
}

/** Waits until the next one stands, as part of the job. */
async function waited(hands: Hands, gone: Locator): Promise<void> {
  await hands.until(() => expect(gone).toHaveCount(0, { timeout: 60_000 }))
}

/** Two moderators decide comments at the same time, by keys alone. */
export async function comments(
  browser: Browser,
  site: Site,
  many: number,
): Promise<{ both: Effort[]; seen: string[] }> {
  const both = [await begin(browser, site, 'moderator'), await begin(browser, site, 'moderator')]
  for (const { hands } of both) {
    const { page } = hands
    const start = page.getByRole('button', { name: 'Start review' })
    await hands.tabTo(page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: /^Comments/ }))
    await hands.press('Enter', start)
    await hands.tabTo(start)
    await hands.press('Enter', page.getByRole('button', { name: 'Keyboard shortcuts' }))
  }
  const seen: string[] = []
  const decide = async (hands: Hands) => {
    while (seen.length < many) {
      const field = hands.page.locator('form.panel input[name=key]')
      if ((await field.count()) === 0) return
      const key = await field.inputValue()
      seen.push(key)
      await hands.read(hands.page.locator('blockquote.said'))
      await hands.press('a')
      await waited(hands, hands.page.locator(`form.panel input[name=key][value="${key}"]`))
    }
  }
  await Promise.all(both.map(({ hands }) => decide(hands)))
  return { both: both.map(({ hands }) => hands.effort()), seen }
}

/** A character in the Korean text, on its way to the public; then the second editor. */
export async function typo(browser: Browser, site: Site): Promise<{ asks: Effort; agrees: Effort }> {
  const { hands } = await begin(browser, site, 'editor')
  const { page } = hands
  const edit = page.getByRole('link', { name: 'Edit Korean' })
  await hands.click(page.getByRole('main').locator('tbody').getByRole('link').first(), edit)
  const field = page.getByLabel('Call', { exact: true })
  await hands.click(edit, field)
  await hands.click(field)
  await hands.press('End')
  await hands.type('.')
  await hands.click(page.getByRole('button', { name: 'Save and request as a small correction' }))
  await hands.until(() => page.waitForURL(/\/admin\/approvals\//))
  await hands.read(page.locator('main ins, main del'))
  const path = new URL(page.url()).pathname
  await page.context().close()

  // From the link in the mail.
  const second = (await begin(browser, site, 'editor')).hands
  const approve = second.page.getByRole('button', { name: /^Approve/ }).first()
  await second.page.goto(path)
  await second.read(second.page.locator('main dl').first())
  await second.click(approve, second.page.getByRole('status').first())
  return { asks: hands.effort(), agrees: second.effort() }
}

/** An update in eight languages, pasted from a translator's file, and mailed to oneself. */
export async function update(browser: Browser, site: Site, title: string): Promise<Effort & { email: string }> {
  const { hands, email } = await begin(browser, site, 'editor')
  const { page } = hands
  const petition = page.getByLabel('Petition')
  await hands.click(page.getByRole('link', { name: 'Mailings', exact: true }), petition)
  await hands.choose(petition, title)
  const save = page.getByRole('button', { name: 'Save and mail me a test' })
  await hands.click(page.getByRole('button', { name: 'Create draft' }), save)
  for (const language of languages) {
    const part = page.locator('details', { has: page.locator('summary', { hasText: new RegExp(`^${language}`) }) })
    if (language !== 'English') await hands.click(part.locator('summary'), part.getByLabel('Subject'))
    await hands.paste(part.getByLabel('Subject'), `News in ${language}`)
    await hands.press('Tab')
    await hands.pasteHere(`The Council has heard you. (${language})`)
  }
  await hands.click(save, page.getByText('The test is on its way'))
  return { ...hands.effort(), email }
}

/** Reads last week's changes: by person, in sentences. */
export async function lastWeek(browser: Browser, site: Site): Promise<Effort & { sentences: number }> {
  const { hands } = await begin(browser, site, 'auditor')
  const { page } = hands
  const week = page.locator('section', { has: page.getByRole('heading', { name: 'Last seven days, by person' }) })
  await hands.click(page.getByRole('link', { name: 'Audit log' }).first(), week)
  await hands.read(week)
  const rows = page.getByRole('row')
  await hands.click(week.getByRole('listitem').first().getByRole('link').first(), rows.nth(1))
  await hands.read(page.locator('main tbody tr td:nth-child(2)'))
  return { ...hands.effort(), sentences: (await rows.count()) - 1 }
}

/** On a phone: how far down the page whether anything is wrong stands, and the first that needs its reader. */
export async function phone(browser: Browser, site: Site): Promise<{ wrong: number; needs: number; items: string[] }> {
  const { hands } = await begin(browser, site, 'owner')
  const { page } = hands
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/admin')
  const bottom = async (what: Locator) => {
    const box = await what.first().boundingBox()
    return box ? Math.round(box.y + box.height) : Number.POSITIVE_INFINITY
  }
  const needs = page.locator('section', { has: page.getByRole('heading', { name: 'Needs you' }) }).getByRole('listitem')
  return {
    wrong: await bottom(page.locator('main p.system, main section.notice.wrong')),
    needs: await bottom(needs),
    items: await needs.allInnerTexts(),
  }
}
