import { mkdir, writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { plateName } from '@/lib/share-pictures/compose-picture'
import {
  BACKGROUND,
  CHARACTER,
  CHARACTERS,
  HEIGHT,
  LABEL,
  LABEL_WIDTH,
  LABELS,
  MARGIN,
  NUMBER_TOP,
  WIDTH,
} from '@/lib/share-pictures/layout'
import { drawing, platePage } from '@/lib/share-pictures/plate-page'
import { pluralForms } from '@/messages/plural-forms'
import { type Locale, locales, translator } from '@/messages/translator'
import petitions from '@/prisma/seed/petitions.json' with { type: 'json' }
import { browserFlags } from '@/test/browser-flags.mjs'
import { findBrowser } from '@/test/find-browser.mjs'

// Draws what is in public/share, for the pictures that other services show for a shared link: of each language the
// picture of the site, the plate of petitions without one of their own, the titles of those that come with it, and the
// words after a number; and the digits. Run it after a change to those words: npx tsx scripts/draw-share-images.ts, for
// some languages with arguments such as `id pt-BR`. The results are committed: shaping every script correctly takes a
// browser, which a server need not have.
await mkdir('public/share', { recursive: true })
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags })
const page = await browser.newPage()
const asked = process.argv.slice(2)
for (const locale of locales.filter((one) => one !== 'ar-XB' && (asked.length === 0 || asked.includes(one)))) {
  const line = { text: translator(locale, 'share.image')('line'), locale }
  await draw(`plate-${locale}`, platePage(locale, line), HEIGHT)
  for (const title of firstTitles(locale))
    await draw(plateName(locale, title), platePage(locale, { text: title, locale }), HEIGHT)
  await draw(locale, platePage(locale, line).replace('</body>', `${call(locale)}</body>`), HEIGHT)
  await draw(`words-${locale}`, words(locale), LABELS.length * LABEL.height, LABEL_WIDTH)
}
if (asked.length === 0) await draw('digits', digits(), CHARACTER.height, CHARACTERS.length * CHARACTER.width)
await browser.close()

async function draw(name: string, html: string, height: number, width = WIDTH): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.setContent(html)
  await page.evaluate(() => document.fonts.ready)
  const image = await page.screenshot({ type: 'png' })
  await writeFile(`public/share/${name}.png`, image)
  console.log(`${name}: ${Math.round(image.length / 1024)} KB`)
}

/** Pictures of the petitions in this repository, so that a new site has them at once, without a browser. */
function firstTitles(locale: Locale): string[] {
  return petitions.flatMap(({ texts }) => {
    const [newest] = texts.filter((text) => text.locale === locale).sort((a, b) => b.version - a.version)
    return newest?.title ?? []
  })
}

function call(locale: Locale): string {
  const at = `position:absolute;top:${NUMBER_TOP}px;inset-inline:${MARGIN}px;margin:0`
  return `<p style="${at};line-height:${HEIGHT - NUMBER_TOP}px;font-size:36px;color:#0d4a50">${translator(locale, 'share.image')('call')}</p>`
}

function words(locale: Locale): string {
  const forms = pluralForms(locale, (count) => translator(locale, 'petition.count')('people', { count }))
  const of = (label: (typeof LABELS)[number]) =>
    label === 'none' ? translator(locale, 'share.image')('call') : (forms[label] ?? '')
  const rows = LABELS.map((label) => `<div>${of(label)}</div>`)
  const style = `html { width: auto; height: auto } div { height: ${LABEL.height}px; line-height: ${LABEL.height + 16}px;
    white-space: nowrap; font-size: 38px; color: #0d4a50; overflow: hidden }`
  return drawing(locale, rows.join(''), style)
}

function digits(): string {
  const cells = Array.from(CHARACTERS, (character) => `<div>${character}</div>`)
  const style = `html { width: auto; height: auto; background: ${BACKGROUND} } body { display: flex }
    div { flex: none; width: ${CHARACTER.width}px; height: ${CHARACTER.height}px; line-height: ${CHARACTER.height - 12}px;
    text-align: center; font-size: 96px; font-weight: 600; font-variant-numeric: lining-nums; overflow: hidden }`
  return drawing('en', cells.join(''), style)
}
