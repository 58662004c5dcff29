import { LRUCache } from 'lru-cache'
import { fillMarkup, type Markup } from './kept-markup'
import type { ReadyAnswer } from './ready-answer'
import { chooseEncoding } from './server/choose-encoding'
import { type Filled, zipFilled } from './zip-markup'

/** A page whose address is a secret, within the frame of another page of its kind. */
export interface FramedPage {
  /** HTML of the page that gives the frame, and its path after the language. */
  frame: string
  framePath: string
  /** This page's path after the language, for the links to it in other languages. */
  path: string
  title: string
  main: Filled
  /** The referrer policy that its head has. */
  referrer: string
}

/**
 * Answers with a page that the framework did not render: its content in the frame that the framework renders around all
 * pages of its kind. It is for one person: nothing on the way keeps it.
 */
export function answerInFrame(request: Request, page: FramedPage): ReadyAnswer {
  return answerFilled(request, partsOf(page), { 'referrer-policy': page.referrer })
}

/** Answers with a page for one person, put together from parts. @param more headers */
export function answerFilled(request: Request, parts: Filled[], more: Record<string, string>): ReadyAnswer {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    vary: 'Accept-Encoding',
    ...more,
  }
  const encoding = chooseEncoding(request.headers.get('accept-encoding') ?? undefined)
  if (encoding === 'identity') {
    return {
      status: 200,
      headers,
      body: Buffer.from(parts.map((part) => fillMarkup(part.markup, part.facts)).join('')),
    }
  }
  // Every browser that takes Brotli takes this too, whose parts can be compressed ahead.
  return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: zipFilled(parts) }
}

function partsOf({ frame, framePath, path, title, main }: FramedPage): Filled[] {
  const { before, after } = frameOf(frame, framePath)
  const facts = { path, title }
  return [{ markup: before, facts }, main, { markup: after, facts }]
}

interface Frame {
  before: Markup
  after: Markup
}

/** By the path of the page that gives them: one a language, and the one that came after it. */
const frames = new Map<string, LRUCache<string, Frame>>()

function frameOf(html: string, framePath: string): Frame {
  const known = frames.get(framePath) ?? new LRUCache<string, Frame>({ max: 50 })
  frames.set(framePath, known)
  const found = known.get(html) ?? splitFrame(html, framePath)
  known.set(html, found)
  return found
}

/** @throws Error if the frame has no content to replace */
function splitFrame(html: string, framePath: string): Frame {
  const begin = html.indexOf('>', html.indexOf('<main ')) + 1
  const end = html.lastIndexOf('</main>')
  if (begin <= 0 || end < begin) throw new Error('a frame without content')
  return { before: toMarkup(html.slice(0, begin), framePath), after: toMarkup(html.slice(end), framePath) }
}

/** With places for the path and the title. */
function toMarkup(html: string, framePath: string): Markup {
  const [head = '', afterTitle] = html.split(/(?<=<title>)[^<]*(?=<\/title>)/)
  const withPaths = (text: string) => text.split(framePath).flatMap((part, i) => (i === 0 ? [part] : ['path', part]))
  return afterTitle === undefined ? withPaths(head) : [...withPaths(head), 'title', ...withPaths(afterTitle)]
}
