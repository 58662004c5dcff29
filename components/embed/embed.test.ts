import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { readForm, signatureFields } from '@/lib/signatures/signature-form'
import { locales } from '@/messages/translator'
import { EMBED_SCRIPT, EMBED_SCRIPT_SHA384 } from './embed-script'
import { accents, readLook, themes } from './look'
import { formSnippet, frameSnippet } from './snippets'

const file = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')

test('the script that others load is the one whose hash they name, and smaller than 1 KB', () => {
  const script = file(`public${EMBED_SCRIPT}`)
  expect(`sha384-${createHash('sha384').update(script).digest('base64')}`).toBe(EMBED_SCRIPT_SHA384)
  expect(Buffer.byteLength(script)).toBeLessThanOrEqual(1024)
})

test('an address that asks for no look that there is gets the default', () => {
  expect(readLook({ theme: 'dark', accent: 'red' })).toEqual({ theme: 'dark', accent: 'red' })
  expect(readLook({ theme: 'none', accent: '#123456' })).toEqual({})
  expect(readLook({ theme: ['dark', 'light'] })).toEqual({})
})

/** Custom properties of the first rule with this selector, after a mark. */
function variables(css: string, selector: string, after = ''): Record<string, string> {
  const rule = css.slice(css.indexOf(after)).split(`${selector} {`)[1]?.split('}')[0] ?? ''
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const site = file('app/globals.css')
const own = file('app/embed/embed.css')

test.each([
  ['light', variables(site, ':root')],
  ['dark', variables(site, ':root', '(prefers-color-scheme: dark)')],
])('the %s frame has the colours of the site', (theme, colours) => {
  expect(Object.keys(colours).length).toBe(11)
  expect(variables(own, `.frame[data-theme="${theme}"]`)).toEqual(colours)
})

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

test.each(accents)('%s is read on either background, and under the words of a button', (accent) => {
  const colours = variables(own, `.frame[data-accent="${accent}"]`)
  for (const theme of themes) {
    const { paper = '', panel = '', 'on-accent': onAccent = '' } = variables(own, `.frame[data-theme="${theme}"]`)
    for (const colour of [colours[theme], colours[`${theme}-strong`]]) {
      const below = theme === 'dark' ? '#161512' : onAccent
      for (const ground of [paper, panel, below]) {
        expect(contrast(colour ?? '', ground), `${theme} ${ground}`).toBeGreaterThan(7)
      }
    }
  }
})

const petition = { slug: 'a-petition', text: { locale: 'en', title: 'Act <now> & "here"' } } as PetitionView

test.each(locales)('the form to copy in %s posts what the endpoint reads', (locale) => {
  const html = formSnippet(petition, locale, 'kontras')
  const names = new Set([...html.matchAll(/ name="(\w+)"/g)].map(([, name = '']) => name))
  for (const name of names) expect([...signatureFields, 'locale']).toContain(name)
  const sent = { name: 'A', email: 'a@example.org', country: 'KR', consent: 'on', display: 'initials', via: 'kontras' }
  expect(readForm(sent)).toMatchObject({ ok: true, form: { via: 'kontras' } })
  for (const name of Object.keys(sent)) expect(names).toContain(name)
  // People at risk find there, too, an explanation, and mail that says nothing.
  expect(names).toContain('neutral')
  expect(html).toContain(`/${locale}/at-risk"`)
  expect(html).toContain('<input type="hidden" name="via" value="kontras">')
})

test('what to copy holds titles as text', () => {
  expect(frameSnippet(petition, 'en')).toContain('title="Act &lt;now&gt; &amp; &quot;here&quot;"')
})
