import { expect, test } from 'vitest'
import { withoutFramework } from './without-framework'

const module = (name: string, id = 1) =>
  `${id}:I[${id}7,[\\"/_next/static/chunks/a.js\\",\\"/_next/b.js\\"],\\"${name}\\"]\\n`
const named = (name: string) => `c:\\"${name}\\"\\n${module('$c', 8)}`
const page = (...names: string[]) =>
  '<!DOCTYPE html><html lang="en"><head><title>Home</title><script src="/_next/static/chunks/a.js" async="" nonce="x"></script>' +
  '</head><body><form action="" method="POST"><input type="hidden" name="$ACTION_ID_1"><button>Save</button></form>' +
  `<script nonce="x">self.__next_f.push([1,"${names.map((name, i) => module(name, i)).join('')}9:{\\"a\\":\\"b\\"}"])</script>` +
  '</body></html>'

test('a page on which nothing of ours runs goes without the scripts and data of the framework; its forms stay', () => {
  const html = withoutFramework(page('default', 'OutletBoundary', 'IconMark'))
  expect(html).not.toMatch(/<script|__next_f|_next/)
  expect(html).toContain('<input type="hidden" name="$ACTION_ID_1"><button>Save</button></form>')
})

test('a name with a row of its own is followed', () => {
  const pageWith = (name: string) => page('default').replace('9:{', `${named(name)}9:{`)
  expect(withoutFramework(pageWith('ViewportBoundary'))).not.toContain('<script')
  expect(withoutFramework(pageWith('Keys'))).toBe(pageWith('Keys'))
})

test.each([
  ['a component of ours', page('default', 'Autosave')],
  ['a module whose name it cannot read', page('default').replace('\\"default\\"', 'default')],
  ['no module at all', page()],
  ['an error of the framework', page('default').replace('<html', '<html id="__next_error__"')],
])('a page with %s stays as it is', (_, html) => expect(withoutFramework(html)).toBe(html))
