import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { sha256 } from '@/lib/vault/sha256'
import { direction, type Locale } from '@/messages/translator'
import { CHARACTER, CHARACTERS, HEIGHT, LABEL, LABELS, MARGIN, NUMBER_TOP, WIDTH } from './layout'

const GAP = { character: 9, thousands: 26, label: 30 }

/** Drawn by scripts/draw-share-images.ts. */
const drawn = (name: string) => readFile(join(process.cwd(), 'public', 'share', `${name}.png`))

/** The plate of a language, for petitions whose own is not drawn yet. */
export function commonPlate(locale: Locale): Promise<Buffer> {
  return drawn(`plate-${locale}`)
}

/** The name in public/share of the plate with a title that comes with this site. */
export function plateName(locale: Locale, title: string): string {
  return `title-${locale}-${sha256(title).toString('hex').slice(0, 12)}`
}

/** The plate with a title from this repository; null for a newer title, or one whose picture has another size. */
export async function committedPlate(locale: Locale, title: string): Promise<Buffer | null> {
  const plate = await drawn(plateName(locale, title)).catch(() => null)
  return plate && isPlate(plate) ? plate : null
}

function isPlate(bytes: Buffer): boolean {
  try {
    const { width, height } = PNG.sync.read(bytes)
    return width === WIDTH && height === HEIGHT
  } catch {
    return false
  }
}

/**
 * A plate with the number and its words below: pieces of drawn pictures side by side, so that it takes no fonts.
 * @returns a PNG without anything but pixels
 */
export async function composePicture(plate: Uint8Array, locale: Locale, count: number): Promise<Buffer> {
  const [digits, words] = [PNG.sync.read(await drawn('digits')), PNG.sync.read(await drawn(`words-${locale}`))]
  const picture = PNG.sync.read(Buffer.from(plate))
  if (picture.width !== WIDTH || picture.height !== HEIGHT) throw new Error('a plate of another size')
  const row = LABELS.indexOf(count > 0 ? new Intl.PluralRules(locale).select(count) : 'none') * LABEL.height
  const pieces = [...(count > 0 ? numeral(digits, locale, count) : []), inked(words, 0, row, words.width, LABEL.height)]
  place(picture, pieces, direction(locale) === 'rtl')
  return PNG.sync.write(withoutAlpha(picture), {
    colorType: 2,
    inputColorType: 2,
    filterType: 0,
    deflateStrategy: 0,
    deflateLevel: 6,
  })
}

/** Plates are opaque. Left to pngjs, which asks for each pixel what kind it is, this is a fifth of all the work. */
function withoutAlpha({ width, height, data }: PNG): PNG {
  const colours = Buffer.alloc((data.length / 4) * 3)
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    colours[to] = data[from] ?? 0
    colours[to + 1] = data[from + 1] ?? 0
    colours[to + 2] = data[from + 2] ?? 0
  }
  return Object.assign(new PNG(), { width, height, data: colours })
}

interface Piece {
  from: PNG
  x: number
  y: number
  width: number
  height: number
  /** Before the next piece. */
  gap: number
}

function numeral(digits: PNG, locale: Locale, count: number): Piece[] {
  const pieces: Piece[] = []
  for (const character of new Intl.NumberFormat(locale).format(count)) {
    const at = CHARACTERS.indexOf(character)
    const last = pieces.at(-1)
    if (at >= 0) pieces.push(inked(digits, at * CHARACTER.width, 0, CHARACTER.width, CHARACTER.height))
    else if (last) last.gap = GAP.thousands
  }
  const last = pieces.at(-1)
  if (last) last.gap = GAP.label
  return pieces
}

/** The columns of a cell between the first and the last that has ink. */
function inked(from: PNG, x: number, y: number, width: number, height: number): Piece {
  const background = from.data.readUInt32BE(0)
  const hasInk = (column: number) => {
    for (let line = y; line < y + height; line++)
      if (from.data.readUInt32BE((line * from.width + column) * 4) !== background) return true
    return false
  }
  let [first, end] = [x, x + width]
  while (first < end - 1 && !hasInk(first)) first++
  while (end > first + 1 && !hasInk(end - 1)) end--
  return { from, x: first, y, width: end - first, height, gap: GAP.character }
}

/** Side by side from the side where reading begins; a numeral runs from left to right in every language. */
function place(picture: PNG, pieces: Piece[], rtl: boolean): void {
  const top = NUMBER_TOP + Math.round((HEIGHT - NUMBER_TOP - CHARACTER.height) / 2)
  const label = pieces.at(-1)
  const total = pieces.reduce((sum, { width, gap }, at) => sum + width + (at < pieces.length - 1 ? gap : 0), 0)
  const ordered = rtl && label ? [{ ...label, gap: GAP.label }, ...pieces.slice(0, -1)] : pieces
  let x = rtl ? WIDTH - MARGIN - total : MARGIN
  for (const { from, x: left, y, width, height, gap } of ordered) {
    PNG.bitblt(from, picture, left, y, Math.min(width, WIDTH - x), height, Math.max(0, x), top)
    x += width + gap
  }
}
