import { LRUCache } from 'lru-cache'
import { fillMarkup, type Markup } from './cached-markup'
import type { ReadyAnswer } from './ready-answer'
import { chooseEncoding } from './server/choose-encoding'
import { type Filled, zipFilled } from './zip-markup'

/** A page within the frame of another page of its kind. */
interface FramedPage {
  /** HTML of the page that gives the frame. */
  frame: string
  main: Filled
  /** The differences around the content, if the page's address is a secret. */
  secret?: {
    /**
     * The paths, after the language, of the page that gives the frame and of this one, for links to other languages.
     */
    framePath: string
    path: string
    title: string
    /** The referrer policy that its head has. */
    referrer: string
  }
}

/**
 * Answers with a page that the framework did not render: its content in the frame that the framework renders around all
 * pages of its kind. It is for one person: nothing on the way keeps it.
 */
export function answerInFrame(request: Request, { frame, main, secret }: FramedPage): ReadyAnswer {
  const { before, after } = frameOf(frame, secret?.framePath)
  const facts = { path: secret?.path ?? '', title: secret?.title ?? '' }
  const parts = [{ markup: before, facts }, main, { markup: after, facts }]
  return answerFilled(request, parts, secret ? { 'referrer-policy': secret.referrer } : {})
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

interface Frame {
  before: Markup
  after: Markup
}

/** By the path of the page that gives them: one a language, and the one that came after it. */
const frames = new Map<string, LRUCache<string, Frame>>()

function frameOf(html: string, framePath = ''): Frame {
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
  const [before, after] = [html.slice(0, begin), html.slice(end)]
  if (framePath === '') return { before: [before], after: [after] }
  return { before: toMarkup(before, framePath), after: toMarkup(after, framePath) }
}

/** With places for the path and the title. */
function toMarkup(html: string, framePath: string): Markup {
  const [head = '', afterTitle] = html.split(/(?<=<title>)[^<]*(?=<\/title>)/)
  const withPaths = (text: string) => text.split(framePath).flatMap((part, i) => (i === 0 ? [part] : ['path', part]))
  return afterTitle === undefined ? withPaths(head) : [...withPaths(head), 'title', ...withPaths(afterTitle)]
}
