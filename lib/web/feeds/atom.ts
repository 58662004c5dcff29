import type { Locale } from '@/messages/translator'
import type { Feed, FeedEntry } from './feed-entries'

/** An Atom feed (RFC 4287). Ids are tag URIs (RFC 4151). */
export function atomFeed(feed: Feed, locale: Locale): string {
  const self = `${feed.home}/feed.atom`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `<id>${xml(self)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<subtitle>${xml(feed.description)}</subtitle>`,
    `<updated>${feed.updatedAt.toISOString()}</updated>`,
    `<author><name>${xml(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(feed.home)}"/>`,
    ...feed.entries.map(entry),
    '</feed>',
    '',
  ].join('\n')
}

function entry({ id, url, title, text, locale, publishedAt, updatedAt }: FeedEntry): string {
  return [
    `<entry xml:lang="${xml(locale)}">`,
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xml(url)}"/>`,
    `<published>${publishedAt.toISOString()}</published>`,
    `<updated>${updatedAt.toISOString()}</updated>`,
    `<content type="text">${xml(text)}</content>`,
    '</entry>',
  ].join('\n')
}

/** Escapes text for XML, and drops characters that XML 1.0 does not allow. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
