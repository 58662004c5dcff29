import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StatusPill } from './pill'

const html = (code: string) => renderToStaticMarkup(<StatusPill code={code} />)

test('a status is its word, and a tone where it asks for something or says how it went', () => {
  expect(html('held')).toBe('<span class="pill warn">Held</span>')
  expect(html('counted')).toBe('<span class="pill good">Counted</span>')
  expect(html('withdrawn')).toBe('<span class="pill">Withdrawn</span>')
})

test('a file that is ready is not ready to submit, as a bulk action is', () => {
  expect(html('to_download')).toContain('>Ready<')
  expect(html('ready')).toContain('>Ready to submit<')
})
