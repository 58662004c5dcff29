import { mkdir, writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { direction, type Locale, locales, translator } from '@/messages/translator'
import { browserFlags } from '@/test/browser-flags.mjs'
import { findBrowser } from '@/test/find-browser.mjs'

// Draws public/share/<language>.png, the pictures that other services show for a shared link. Run it after a change to
// the words of `share.image`: npx tsx scripts/draw-share-images.ts, for some languages with arguments such as `id pt-BR`.
// The results are committed: shaping every script correctly takes a browser, which a server need not have.
await mkdir('public/share', { recursive: true })
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags })
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
const asked = process.argv.slice(2)
const drawn = locales.filter((served) => served !== 'ar-XB' && (asked.length === 0 || asked.includes(served)))
for (const locale of drawn) {
  await page.setContent(picture(locale))
  const image = await page.screenshot({ type: 'png' })
  await writeFile(`public/share/${locale}.png`, image)
  console.log(`${locale}: ${Math.round(image.length / 1024)} KB`)
}
await browser.close()

function picture(locale: Locale): string {
  const t = translator(locale, 'share.image')
  const dots = [6, 18, 30].flatMap((y) => [6, 18, 30].map((x) => [x, y] as const))
  const mark = dots.map(([x, y]) =>
    x === 30 && y === 18
      ? `<circle cx="${x}" cy="${y}" r="3.5" fill="none" stroke="#0d4a50" stroke-width="1.4"/>`
      : `<circle cx="${x}" cy="${y}" r="4.3" fill="#0d4a50"/>`,
  )
  return `<!doctype html><html lang="${locale}" dir="${direction(locale)}"><meta charset="utf-8"><style>
    body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 70px 80px; display: flex;
      flex-direction: column; justify-content: space-between; background: #faf6ee; color: #1b1815;
      font-family: "Noto Serif", "Noto Serif CJK KR", "Noto Naskh Arabic", serif; }
    :lang(ja) body { font-family: "Noto Serif CJK JP", serif } :lang(zh) body { font-family: "Noto Serif CJK SC", serif }
    :lang(vi) header { text-wrap: balance }
    :lang(ko) body { word-break: keep-all } :lang(ja) body { word-break: auto-phrase }
    :lang(ja) h1, :lang(zh) h1 { word-break: keep-all }
    header { display: flex; gap: 24px; align-items: center; font-size: 30px; line-height: 1.3; max-width: 1000px }
    svg { width: 72px; flex: none } h1 { margin: 0; font-size: 58px; line-height: 1.22; font-weight: 600; text-wrap: balance }
    p { margin: 0; padding-top: 26px; border-top: 3px solid #0d4a50; color: #0d4a50; font-size: 36px }
  </style><body><header><svg viewBox="0 0 36 36">${mark.join('')}</svg>${translator(locale, 'site')('coalition')}</header>
  <h1>${t('line')}</h1><p>${t('call')}</p></body></html>`
}
