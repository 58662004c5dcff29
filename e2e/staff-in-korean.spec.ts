import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { connect } from '@/scripts/database/connect.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { thisSite } from '@/test/sites.mjs'
import { expectAccessible } from './support/axe'
import { hold } from './support/held'
import { oneOfEach } from './support/one-of-each'
import { TITLE } from './support/person'
import { signInAs, withScripts } from './support/staff'
import { expect, test } from './support/test'

async function chooseKorean(page: Page): Promise<void> {
  await choose(page, 'ko')
}

async function choose(page: Page, language: 'ko' | 'ja'): Promise<void> {
  await page.goto('/admin/account')
  await page.getByLabel('Language').selectOption(language)
  await page.getByRole('button', { name: 'Save language' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

type Words = Record<string, Record<string, string>>

const wordsIn = (language: string): Words =>
  JSON.parse(readFileSync(join(root, `messages/admin/${language}.json`), 'utf8'))

/** What is said in English as a whole, and otherwise in the other language. */
function englishOnly(words: Words): string[] {
  const says = Object.entries(wordsIn('en')).flatMap(([area, messages]) =>
    Object.entries(messages).filter(([key, message]) => words[area]?.[key] !== message && /^[^{<]{3,}$/.test(message)),
  )
  return [...new Set(says.map(([, message]) => message.toLowerCase()))]
}

/**
 * Runs in the page.
 * @returns its texts, and what it says to those who do not see it, besides what is in a language of its own, names of
 * members, and the raw record
 */
function textsOf(): string[] {
  const apart =
    'script, style, bdi, code, time, textarea, datalist, td details, select[name=zone], select[name=language], select[name=via], [lang]:not(html)'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest(apart)) texts.push(walker.currentNode.textContent ?? '')
  for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [data-label], [alt]'))
    if (!one.closest(apart))
      texts.push(
        ...['aria-label', 'title', 'placeholder', 'data-label', 'alt'].map((name) => one.getAttribute(name) ?? ''),
      )
  return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter(Boolean)
}

/**
 * Two words of English after each other, besides what somebody entered, the petition's title and the names of time
 * zones.
 */
async function expectNoEnglish(page: Page): Promise<void> {
  const text = await page.getByRole('main').evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement
    for (const one of copy.querySelectorAll('script, select[name=zone], bdi, [lang]')) one.remove()
    return copy.textContent
  })
  const said = text.replaceAll(/\S+@\S+|npm run [\w:]+( -- \S+ --role owner)?/g, '').replaceAll(TITLE, '')
  expect(said.match(/[A-Za-z]{2,} [a-z]{2,}.*/g) ?? []).toEqual([])
}

test('a moderator chooses Korean, and reads the admin area in it', async ({ browser }) => {
  const { page } = await signInAs(browser, 'moderator')
  await chooseKorean(page)
  await expect(page.getByRole('status')).toHaveText('저장했습니다.')
  await expect(page).toHaveTitle('계정 · 관리')
  await expectNoEnglish(page)
})

test('held signatures are reviewed in Korean, by the same keys', async ({ browser }) => {
  await hold(['하나', '둘', '셋'], [])
  const { page } = await signInAs(browser, 'moderator')
  await chooseKorean(page)
  await page.goto('/admin/review/held')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('보류된 서명')
  await expect(page.getByLabel('사유(이름은 쓰지 마세요)')).toHaveValue('보류된 서명 검토')
  await expectNoEnglish(page)
  await page.getByRole('button', { name: '검토 시작' }).click()
  const keyboard = await withScripts(browser, page)
  const shown = keyboard.getByRole('main').getByRole('heading', { level: 2 }).first()
  await expect(shown).toHaveText('하나')
  await expect(keyboard.getByRole('main')).toContainText('보류 사유')
  await expectNoEnglish(keyboard)
  await expectAccessible(keyboard)
  if (process.env.SHOTS) await keyboard.screenshot({ path: `${process.env.SHOTS}/review-ko.png` })
  await expect(keyboard.getByRole('button', { name: '키보드 단축키' })).toHaveAttribute('aria-pressed', 'true')
  await keyboard.keyboard.press('a')
  await expect(shown).toHaveText('둘')
  await expect(keyboard.getByRole('status')).toHaveText('서명 1건을 해제했습니다. 1분 뒤에 적용됩니다.')
  await keyboard.keyboard.press('u')
  await expect(shown).toHaveText('하나')
  await keyboard.keyboard.press('r')
  await keyboard.keyboard.press('1')
  await expect(shown).toHaveText('둘')
  await expect(keyboard.getByRole('status')).toContainText('제외했습니다')
  await expectNoEnglish(keyboard)
})

/** Titles, of this and other stories, that nobody has translated: they are shown as they were entered. */
async function untranslatedTitles(language: string): Promise<string[]> {
  const client = await connect(thisSite().env.DATABASE_URL ?? '')
  try {
    const { rows } = await client.query<{ title: string }>(
      `WITH title AS (SELECT petition_id, locale, title FROM petition_text UNION SELECT petition_id, locale, title FROM petition_draft)
       SELECT DISTINCT title FROM title t WHERE title <> '' AND NOT EXISTS (
         SELECT FROM title o WHERE o.petition_id = t.petition_id AND o.locale = $1)`,
      [language],
    )
    return rows.map(({ title }) => title)
  } finally {
    await client.end()
  }
}

/** The petition of the first content, in each language. */
const titles = { ko: '유엔 안전보장이사회가 나서야 합니다', ja: '安全保障理事会は行動を' } as const

for (const language of ['ko', 'ja'] as const) {
  test(`an owner reads the main pages in ${language}, with the petition’s title, and no word of English`, async ({
    browser,
  }) => {
    test.setTimeout(480_000)
    const { page, email } = await signInAs(browser, 'owner')
    const { petition } = await oneOfEach(email)
    await choose(page, language)
    const english = englishOnly(wordsIn(language))
    const rooms = [
      '',
      '/approvals',
      '/review/held',
      '/comments',
      '/paper',
      '/signatures',
      '/signatures/activity',
      '/bulk',
    ]
    const more = [
      '/exports',
      '/exports/new',
      '/reports',
      '/petitions',
      '/updates',
      '/staff',
      '/audit',
      '/status',
      '/settings',
    ]
    const tabs = ['', '/texts', '/schedule', '/results', '/history'].map((tab) => `/petitions/${petition}${tab}`)
    for (const path of [...rooms, ...more, ...tabs, '/account', '/account/notices', '/webhooks']) {
      await page.goto(`/admin${path}`)
      const untranslated = await untranslatedTitles(language)
      const texts = (await page.evaluate(textsOf)).map((text) =>
        untranslated.reduce((rest, title) => rest.replaceAll(title, ''), text),
      )
      const left = texts.filter(
        (text) =>
          english.includes(text.toLowerCase()) ||
          /[A-Za-z]{2,} [a-z]{2,} /.test(text.replaceAll(/\S+@\S+|npm run [\w:]+( -- \S+ --role owner)?/g, '')),
      )
      expect.soft(left, path).toEqual([])
      expect.soft(texts.join(' '), path).not.toContain(TITLE)
      if (process.env.SHOTS) {
        const file = `${process.env.SHOTS}/${language}${path.replaceAll('/', '_').replace(petition, 'one')}`
        await page.setViewportSize({ width: 1280, height: 900 })
        await page.screenshot({ path: `${file}.png`, fullPage: true })
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.setViewportSize({ width: 390, height: 844 })
        await page.screenshot({ path: `${file}-390.png`, fullPage: true })
        await page.emulateMedia({ colorScheme: 'light' })
      }
    }
    for (const path of ['', '/petitions', `/petitions/${petition}`]) {
      await page.goto(`/admin${path}`)
      await expect(page.getByRole('main')).toContainText(titles[language])
    }
  })
}
