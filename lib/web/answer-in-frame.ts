import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import { escapeHtml } from '@/lib/text/escape-html'
import { chooseEncoding } from './server/choose-encoding'

const compress = promisify(gzip)

/** A page whose address is a secret, within the frame of another page of its kind. */
export interface FramedPage {
  /** HTML of the page that gives the frame, and its path after the language. */
  frame: string
  framePath: string
  /** This page's path after the language, for the links to it in other languages. */
  path: string
  title: string
  /** HTML of its content. */
  main: string
  /** The referrer policy that its head has. */
  referrer: string
}

/**
 * Answers with a page that the framework did not render: its content in the frame that the framework renders around all
 * pages of its kind. It is for one person: nothing on the way keeps it.
 */
export async function answerInFrame(request: Request, page: FramedPage): Promise<Response> {
  const html = fillFrame(page)
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-store',
    'referrer-policy': page.referrer,
    vary: 'Accept-Encoding',
  }
  const encoding = chooseEncoding(request.headers.get('accept-encoding') ?? undefined)
  if (encoding === 'identity') return new Response(html, { headers })
  // Every browser that takes Brotli takes this too, which costs a fraction of the time.
  const body = await compress(html, { level: constants.Z_BEST_SPEED })
  return new Response(new Uint8Array(body), { headers: { ...headers, 'content-encoding': 'gzip' } })
}

/** @throws Error if the frame has no content to replace */
export function fillFrame({ frame, framePath, path, title, main }: Omit<FramedPage, 'referrer'>): string {
  const begin = frame.indexOf('>', frame.indexOf('<main ')) + 1
  const end = frame.lastIndexOf('</main>')
  if (begin <= 0 || end < begin) throw new Error('a frame without content')
  // Texts are put in by functions: a `$&` in them is text.
  const around = (html: string) =>
    html.replaceAll(framePath, () => path).replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(title)}</title>`)
  return around(frame.slice(0, begin)) + main + around(frame.slice(end))
}
