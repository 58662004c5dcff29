import { direction, type Locale, translator } from '@/messages/translator'
import { BACKGROUND, HEIGHT, MARGIN, NUMBER_TOP, WIDTH } from './layout'

/**
 * The page that a browser draws as a plate: the coalition's name and a title, with room for a number. A browser shapes
 * every script, which a server without fonts cannot.
 * @param title.locale its language, which need not be that of the picture
 */
export function platePage(locale: Locale, title: { text: string; locale: string }): string {
  const { text } = title
  return drawing(
    locale,
    `<header>${mark()}<span>${escaped(translator(locale, 'site')('coalition'))}</span></header>
    <h1 lang="${escaped(title.locale)}" dir="auto" style="font-size:${titleSize(text)}px">${escaped(text)}</h1>`,
    `body { display: flex; flex-direction: column; gap: 34px; padding: 60px ${MARGIN}px 0 }
    body::after { content: ''; position: absolute; top: ${NUMBER_TOP - 3}px; inset-inline: ${MARGIN}px; height: 3px; background: #0d4a50 }
    header { display: flex; gap: 24px; align-items: center; font-size: 28px; line-height: 1.3; max-width: 1000px }
    header svg { width: 64px; flex: none } header span { text-wrap: balance }
    h1 { margin: auto 0; max-height: 270px; overflow: hidden; line-height: 1.2; font-weight: 600; text-wrap: balance }
    header, h1 { position: relative } body { height: ${NUMBER_TOP - 34}px; box-sizing: border-box }`,
  )
}

/** A document of the picture's colours and fonts, without scripts. */
export function drawing(locale: Locale, body: string, style: string): string {
  return `<!doctype html><html lang="${locale}" dir="${direction(locale)}"><meta charset="utf-8"><style>
    html { background: ${BACKGROUND}; width: ${WIDTH}px; height: ${HEIGHT}px; overflow: hidden }
    body { margin: 0; color: #1b1815; font-family: "Noto Serif", "Noto Serif CJK KR", "Noto Serif KR", "Noto Naskh Arabic", serif }
    :lang(ja) { font-family: "Noto Serif", "Noto Serif CJK JP", "Noto Serif JP", serif; word-break: auto-phrase }
    :lang(zh) { font-family: "Noto Serif", "Noto Serif CJK SC", "Noto Serif SC", serif }
    :lang(ar) { font-family: "Noto Naskh Arabic", "Noto Serif", serif } :lang(ko) { word-break: keep-all }
    ${style}</style><body>${body}</body></html>`
}

/** Long titles are set smaller; a character of Chinese, Japanese or Korean takes the room of two. */
function titleSize(text: string): number {
  const length = Array.from(text).reduce(
    (sum, char) => sum + (/[\u1100-\u11ff\u2e80-\ud7ff\uf900-\uffef]/.test(char) ? 1.8 : 1),
    0,
  )
  return length <= 90 ? 58 : length <= 130 ? 50 : length <= 190 ? 42 : 34
}

function mark(): string {
  const dots = [6, 18, 30].flatMap((y) => [6, 18, 30].map((x) => [x, y] as const))
  const circles = dots.map(([x, y]) =>
    x === 30 && y === 18
      ? `<circle cx="${x}" cy="${y}" r="3.5" fill="none" stroke="#0d4a50" stroke-width="1.4"/>`
      : `<circle cx="${x}" cy="${y}" r="4.3" fill="#0d4a50"/>`,
  )
  return `<svg viewBox="0 0 36 36">${circles.join('')}</svg>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
