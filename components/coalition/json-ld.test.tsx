import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { JsonLd } from './json-ld'

test('structured data reach machines as they are, and nothing in them ends the element', () => {
  const name = 'A "B" & <b>C</b> </script><script>alert(1)</script> <!--'
  const html = renderToStaticMarkup(<JsonLd data={{ '@type': 'Organization', name }} />)
  const [, text = ''] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(html) ?? []
  expect(JSON.parse(text)).toEqual({ '@context': 'https://schema.org', '@type': 'Organization', name })
})
