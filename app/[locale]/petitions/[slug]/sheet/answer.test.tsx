import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, it } from 'vitest'
import { qrPath } from '@/components/coalition/qr-path'
import { entryAddress } from '@/components/paper/entry-address'
import { SheetToSign } from '@/components/paper/sheet-to-sign'
import { readSerial } from '@/lib/paper/serial'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { filterHtml } from '@/lib/web/server/filter-html'
import { makeAnswer } from '@/lib/web/server/make-answer'
import { aMember } from '@/test/a-member'
import { useDatabase } from '@/test/use-database'
import { GET } from './answer'

useDatabase()
// Before any sheet is asked for: the list of codes is kept for seconds.
beforeAll(() => aMember('m'))

const petition = {
  slug: 'p',
  text: { locale: 'en', title: 'A call', call: 'We call.', asks: ['Act.'] },
} as PetitionView
const rendered = () =>
  filterHtml(
    `<!DOCTYPE html><html><head><title>x</title></head><body>${renderToStaticMarkup(
      <SheetToSign petition={petition} via={null} serial="0123456789" locale="en" />,
    )}</body></html>`,
  )
const form = '<form id="sign"><input name="text" value="abc"></form>'

async function ask(query = '', { status = 200, isOpen = true } = {}) {
  const asked: string[] = []
  const answer = await GET(new Request(`http://localhost/en/petitions/p/sheet${query}`), {
    params: Promise.resolve({ locale: 'en', slug: 'p' }),
    frame: async (path) => {
      asked.push(`frame ${path}`)
      return rendered()
    },
    page: async (path) => {
      asked.push(path)
      const html = `<html><head><title>x</title></head><body><header class="x"></header><main id="content">${isOpen ? form : ''}<section aria-labelledby="share"></section></main></body></html>`
      return makeAnswer({ status, headers: [], compress: false, body: Buffer.from(html) })
    },
  })
  return { asked, status: answer.status, html: 'variants' in answer ? '' : answer.body.toString() }
}

it('has a serial of its own each time, whose code opens the form for it, and everything else of the sheet', async () => {
  const serials = new Set<string>()
  for (const [query, via] of [
    ['', null],
    ['', null],
    ['?via=m', 'm'],
    ['?via=nobody', null],
  ] as const) {
    const { html, asked } = await ask(query)
    const shown = /dir="ltr">([0-9A-Z]{5}-[0-9A-Z]{5})</.exec(html)?.[1] ?? ''
    const serial = readSerial(shown) ?? ''
    const address = entryAddress('p', via, serial)
    const { path, size } = ([0, 1, 2, 3, 4, 5, 6, 7] as const)
      .map((mask) => qrPath(address, mask))
      .find((code) => html.includes(`<path d="${code.path}"`)) ?? { path: 'no code of the address', size: 0 }
    expect(html).toContain(`<path d="${path}"`)
    expect(html).toContain(`viewBox="0 0 ${size} ${size}"`)
    expect(html).toContain(`<rect width="${size}" height="${size}"`)
    const first = qrPath(entryAddress('p', null, '0123456789'))
    const same = html
      .replace(shown, '01234-56789')
      .replace(path, first.path)
      .replace(`0 0 ${size} ${size}`, `0 0 ${first.size} ${first.size}`)
      .replace(`width="${size}" height="${size}"`, `width="${first.size}" height="${first.size}"`)
    expect(same).toBe(rendered())
    expect(asked).toEqual(['/en/petitions/p', 'frame /en/petitions/p/sheet'])
    serials.add(serial)
  }
  expect(serials.size).toBe(4)
})

it('of a petition that is closed, or of none, is what the page answers', async () => {
  expect((await ask('', { isOpen: false })).asked).toEqual(['/en/petitions/p', '/en/petitions/p/sheet'])
  expect(await ask('', { status: 404 })).toMatchObject({ status: 404, asked: ['/en/petitions/p'] })
})
