import { LRUCache } from 'lru-cache'
import type { QRCodeMaskPattern } from 'qrcode'
import { qrPath } from '@/components/coalition/qr-path'
import { entryAddress } from '@/components/paper/entry-address'
import { memberCode } from '@/lib/coalition/member-code'
import { newSerial, shownSerial } from '@/lib/paper/serial'
import { answerFilled } from '@/lib/web/answer-in-frame'
import type { Markup } from '@/lib/web/cached-markup'
import type { ReadyAnswer } from '@/lib/web/ready-answer'
import type { RouteContext } from '@/lib/web/server/direct-routes'
import type { Answer } from '@/lib/web/server/make-answer'
import { servedLocale } from '@/messages/translator'
import { cachedSignPage } from '../sign/cached-sign-page'

/**
 * A sheet to sign on paper with a serial of its own: the sheet that the framework renders, cached, in which the serial and
 * the code are replaced.
 */
export async function GET(
  request: Request,
  { params, frame, page }: RouteContext<{ locale: string; slug: string }>,
): Promise<ReadyAnswer | Answer> {
  const { locale, slug } = await params
  const path = `/${servedLocale(locale)}/petitions/${encodeURIComponent(slug)}`
  const petition = await page(path)
  if (petition.status !== 200) return petition
  // Closed: there is no sheet.
  if (cachedSignPage(petition).text === null) return page(`${path}/sheet`)
  const [html, via] = await Promise.all([
    frame(`${path}/sheet`),
    memberCode(new URL(request.url).searchParams.get('via')),
  ])
  const serial = newSerial()
  const { path: code, size } = codeOf(slug, via, serial)
  const facts = { serial: shownSerial(serial), code, size: String(size) }
  return answerFilled(request, [{ markup: withPlaces(html), facts }], {})
}

/** By petition and member. */
const masks = new LRUCache<string, QRCodeMaskPattern>({ max: 1000 })

/** The mask that is best for one serial is good for all: the rest of the address is the same. */
function codeOf(slug: string, via: string | null, serial: string) {
  const key = `${slug} ${via}`
  const made = qrPath(entryAddress(slug, via, serial), masks.get(key))
  if (made.mask !== undefined) masks.set(key, made.mask)
  return made
}

const cut = new LRUCache<string, Markup>({ max: 100 })

const sheet =
  /^(.*<strong[^>]* dir="ltr">)[0-9A-Z]{5}-[0-9A-Z]{5}(<.* viewBox="0 0 )(\d+) \3("[^>]*><rect width=")\3(" height=")\3("[^>]*>(?:<\/rect>)?<path d=")[^"]+(.*)$/s

/** @throws Error if it is not the page of a sheet */
function withPlaces(html: string): Markup {
  const known = cut.get(html)
  if (known) return known
  const [, begin, toCode, , toWidth, toHeight, toPath, end] = sheet.exec(html) ?? []
  if (!begin || !toCode || !toWidth || !toHeight || !toPath || !end) throw new Error('a sheet without serial or code')
  const made = [begin, 'serial', toCode, 'size', ' ', 'size', toWidth, 'size', toHeight, 'size', toPath, 'code', end]
  cut.set(html, made)
  return made
}
