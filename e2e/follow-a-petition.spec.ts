import type { Browser, Page } from '@playwright/test'
import { direction, type Locale, translator } from '@/messages/translator'
import { expectAccessible } from './support/axe'
import { mailedLink } from './support/mailbox'
import { openPage } from './support/open-page'
import { confirm, fillIn, newPerson, SLUG, TITLE } from './support/person'
import { approveAs, confirmAct, signInAs } from './support/staff'
import { expect, test } from './support/test'

const path = `/petitions/${SLUG}`
const texts = {
  en: { subject: 'The Council votes on Tuesday', body: 'It **heard** you.', plain: 'It heard you.' },
  ko: {
    subject: '이사회가 화요일에 표결합니다',
    body: '여러분의 목소리를 **들었습니다**.',
    plain: '여러분의 목소리를 들었습니다.',
  },
  ar: { subject: 'المجلس يصوّت يوم الثلاثاء', body: 'لقد **سمعكم**.', plain: 'لقد سمعكم.' },
}
/** Nobody wrote it in French, so those who read French get it in English, and are told. */
const read = { en: texts.en, ko: texts.ko, ar: texts.ar, fr: texts.en }
const languages = Object.keys(read) as (keyof typeof read)[]
/** From right to left, and where the text is in another language than the page: the other two have less of both. */
const looked: Locale[] = ['ar', 'fr']

// It waits for cached pages of four languages to be made again, twice.
test.describe.configure({ timeout: 480_000 })

test('what was mailed to signers is read on the petition’s page and in its feed, in the reader’s language, until it is withdrawn', async ({
  browser,
  request,
}) => {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const person = newPerson()
  await fillIn(reader, person)
  const form = translator('en', 'form')
  await reader.getByLabel(form('updates.label')).check()
  await reader.getByRole('button', { name: form('submit'), exact: true }).click()
  await confirm(reader, await mailedLink(request, person.email), 'en')

  const [editor, owner] = [await signInAs(browser, 'editor'), await signInAs(browser, 'owner')]
  const { page: admin } = editor
  await sendMailing(admin)
  const mailing = new URL(admin.url()).pathname
  const id = mailing.split('/').at(-1) ?? ''
  // What was mailed alone is on no page yet.
  expect(await (await request.get(`/en${path}`)).text()).not.toContain(texts.en.subject)
  await confirmAct(admin, 'Publish on the petition’s page', 'Request publication', 'it was in the news')
  expect(await (await request.get(`/en${path}/feed.atom`)).text()).not.toContain(texts.en.subject)
  await admin.getByRole('link', { name: 'Publication awaits a second person' }).click()
  await approveAs(admin, owner)

  for (const locale of languages) {
    const { subject, plain } = read[locale]
    const link = reader.getByRole('link', { name: subject, exact: true })
    await expect(async () => {
      await openPage(reader, `/${locale}${path}`)
      await expect(link).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 60_000 })
    const section = reader.getByRole('region', { name: translator(locale, 'petition')('updates'), exact: true })
    await expect(section.getByRole('link')).toHaveText([subject])
    await expect(reader.locator('html')).toHaveAttribute('dir', direction(locale))
    expect(await link.evaluate((one) => getComputedStyle(one).direction)).toBe(
      direction(subject === texts.en.subject ? 'en' : locale),
    )
    expect(await link.evaluate((one) => one.closest('[lang]')?.getAttribute('lang'))).toBe(
      locale === 'fr' ? 'en' : locale,
    )
    if (looked.includes(locale)) await accessible(browser, reader.url())
    await link.click()
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(subject)
    await expect(reader.getByText(plain)).toBeVisible()
    if (looked.includes(locale)) await accessible(browser, reader.url())
  }

  const parser = await (await browser.newContext()).newPage()
  for (const locale of languages) {
    await parser.goto(`/${locale}${path}`)
    const address = await parser.locator('link[type="application/atom+xml"]').getAttribute('href')
    const followed = parser.getByRole('link', { name: translator(locale, 'petition')('feed.follow') })
    expect(new URL((await followed.getAttribute('href')) ?? '', parser.url()).href).toBe(
      new URL(address ?? '', parser.url()).href,
    )
    const feed = await readFeed(parser, locale)
    const entry = feed.entries.find(({ title }) => title === read[locale].subject)
    expect(entry).toMatchObject({
      language: locale === 'fr' ? 'en' : locale,
      link: new URL(`/${locale}/updates/${id}`, parser.url()).href,
      content: expect.stringContaining(read[locale].plain),
    })
  }

  await admin.goto(mailing)
  await confirmAct(admin, 'Take off the petition’s page', 'Take off the page', 'the day was wrong')
  for (const locale of languages) {
    const { subject } = read[locale]
    for (const where of [path, `${path}/feed.atom`])
      await expect
        .poll(async () => (await (await request.get(`/${locale}${where}`)).text()).includes(subject), {
          timeout: 60_000,
        })
        .toBe(false)
    // Whoever got it by mail can still read it.
    await openPage(reader, `/${locale}/updates/${id}`)
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(subject)
  }
})

/** Writes it in three languages and sends it to all who asked for updates. */
async function sendMailing(admin: Page): Promise<void> {
  await admin.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Mailings', exact: true }).click()
  await admin.getByLabel('Petition').selectOption({ label: TITLE })
  await admin.getByRole('button', { name: 'Create draft' }).click()
  for (const [locale, { subject, body }] of Object.entries(texts)) {
    const part = admin.locator('details', { has: admin.locator(`#subject-${locale}`) })
    if (locale !== 'en') await part.locator('summary').click()
    await part.getByLabel('Subject').fill(subject)
    await part.getByLabel('Text', { exact: true }).fill(body)
  }
  await admin.getByRole('button', { name: 'Save all languages' }).click()
  await expect(admin.getByRole('status').first()).toContainText('Saved.')
  await confirmAct(admin, 'Send mailing', 'Send to')
  await expect(async () => {
    await admin.goto(new URL(admin.url()).pathname)
    await expect(admin.getByRole('status')).toContainText('Sent.', { timeout: 500 })
  }).toPass({ timeout: 60_000 })
}

/** A petition's feed as a program reads it that knows RFC 4287 alone, once it is found to hold to it. */
async function readFeed(page: Page, locale: Locale) {
  const answer = await page.request.get(`/${locale}${path}/feed.atom`)
  expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
  const feed = await page.evaluate(
    (xml) => {
      const { documentElement: root } = new DOMParser().parseFromString(xml, 'application/xml')
      const atom = 'http://www.w3.org/2005/Atom'
      const children = (of: Element, name: string) =>
        [...of.children].filter((one) => one.namespaceURI === atom && one.localName === name)
      const text = (of: Element, name: string) => children(of, name).map((one) => one.textContent ?? '')
      const links = (of: Element, rel: string) =>
        children(of, 'link').flatMap((one) => (one.getAttribute('rel') === rel ? [one.getAttribute('href') ?? ''] : []))
      return {
        root: [root.namespaceURI === atom, root.localName],
        language: root.getAttribute('xml:lang'),
        once: ['id', 'title', 'updated'].flatMap((name) => text(root, name).filter(Boolean).slice(0, 1)),
        author: children(root, 'author').flatMap((one) => text(one, 'name')),
        self: links(root, 'self'),
        home: links(root, 'alternate'),
        entries: children(root, 'entry').map((one) => ({
          id: text(one, 'id').join(),
          title: text(one, 'title').join(),
          updated: text(one, 'updated').join(),
          content: text(one, 'content').join(),
          link: links(one, 'alternate').join(),
          language: one.getAttribute('xml:lang'),
        })),
      }
    },
    await answer.text(),
  )
  expect(feed.root).toEqual([true, 'feed'])
  expect(feed).toMatchObject({
    language: locale,
    once: [expect.any(String), expect.any(String), expect.any(String)],
    author: [translator(locale, 'site')('coalition')],
    self: [answer.url()],
    home: [new URL(`/${locale}${path}`, answer.url()).href],
  })
  expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length)
  for (const { id, title, updated, link } of feed.entries) {
    expect([id, title !== '', Number.isNaN(Date.parse(updated))]).toEqual([expect.stringMatching(/^tag:/), true, false])
    expect(new URL(link).origin).toBe(new URL(answer.url()).origin)
    expect([link, (await page.request.get(link)).status()]).toEqual([link, 200])
  }
  return feed
}

/** Axe needs scripts, which the page does not. */
async function accessible(browser: Browser, address: string): Promise<void> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await page.goto(address)
  await expectAccessible(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect([address, overflow]).toEqual([address, 0])
  await page.context().close()
}
