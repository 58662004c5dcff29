import { expect, it } from 'vitest'
import { atomFeed } from './atom'
import type { Feed } from './feed-entries'

const at = new Date('2026-11-21T12:00:00Z')
const feed: Feed = {
  title: 'News & notes',
  description: '<none>',
  home: 'https://example.org/en/activities',
  author: 'ICNK',
  updatedAt: at,
  entries: [
    {
      id: 'tag:example.org,2026:activity/a/en',
      url: 'https://example.org/en/activities/a',
      title: 'He said "no" to <b>\u0000\ud800it',
      text: '7 September 2011\n\n김정일 𐎠',
      locale: 'en',
      publishedAt: at,
      updatedAt: at,
    },
  ],
}

it('is well-formed whatever the texts contain', () => {
  const text = atomFeed(feed, 'en')
  expect(text).toContain('<title>News &amp; notes</title>')
  expect(text).toContain('<title>He said &quot;no&quot; to &lt;b&gt;it</title>')
  expect(text).toContain('<content type="text">7 September 2011\n\n김정일 𐎠</content>')
  expect(text).toContain(
    '<link rel="self" type="application/atom+xml" href="https://example.org/en/activities/feed.atom"/>',
  )
  expect(text.match(/<entry /g)).toHaveLength(1)
})
