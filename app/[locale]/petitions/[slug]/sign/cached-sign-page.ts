import { parseFragment } from 'parse5'
import type { Markup } from '@/lib/web/cached-markup'
import type { Answer } from '@/lib/web/server/make-answer'

/** The cached page of a petition, cut where the page with one person's form differs from it. */
export interface CachedSignPage {
  /** Up to the masthead, with a place for the title. */
  head: Markup
  masthead: Markup
  /** From there to the start of the content. */
  beforeMain: Markup
  beforeForm: Markup
  /** Hash of the text shown, as the form has it; null where the petition takes no signatures. */
  text: string | null
  afterForm: Markup
  share: Markup
  rest: Markup
  /** The title of the document, that of the petition alone, and what is suggested for sharing it. */
  title: string
  petitionTitle: string
  shareText: string
}

const cut = new WeakMap<Answer, CachedSignPage>()

/** The cut of a cached page; each page is cut once. @throws Error if it is not the page of a petition */
export function cachedSignPage(page: Answer): CachedSignPage {
  const known = cut.get(page)
  if (known) return known
  const made = cutPage(page.variants.identity.body.toString('utf8'))
  cut.set(page, made)
  return made
}

function cutPage(html: string): CachedSignPage {
  const at = (text: string, from = 0) => {
    const found = html.indexOf(text, from)
    if (found < 0) throw new Error(`the page of a petition without ${text}`)
    return found
  }
  const after = (text: string, from = 0) => at(text, from) + text.length
  const masthead = at('<header ', at('<body'))
  const mastheadEnd = after('</header>', masthead)
  const main = after('>', at('<main '))
  const isOpen = html.includes('<form id="sign"')
  const form = isOpen ? at('<form id="sign"') : main
  const formEnd = isOpen ? after('</form>', form) : main
  const share = at('<section aria-labelledby="share"', formEnd)
  const shareEnd = after('</section>', share)
  const first = (pattern: RegExp, from: number, to: number) => decode(pattern.exec(html.slice(from, to))?.[1] ?? '')
  return {
    head: withTitlePlace(html.slice(0, masthead)),
    masthead: [html.slice(masthead, mastheadEnd)],
    beforeMain: [html.slice(mastheadEnd, main)],
    beforeForm: [html.slice(main, form)],
    text: isOpen ? first(/name="text" value="([^"]*)"/, form, formEnd) : null,
    afterForm: [html.slice(formEnd, share)],
    share: [html.slice(share, shareEnd)],
    rest: [html.slice(shareEnd)],
    title: first(/<title>([^<]*)/, 0, masthead),
    petitionTitle: first(/<meta property="og:title" content="([^"]*)"/, 0, masthead),
    shareText: first(/data-share="([^"]*)"/, share, shareEnd),
  }
}

/** With a place for the title; search engines do not list one person's page. */
function withTitlePlace(head: string): Markup {
  const [before = '', after = ''] = head.split(/(?<=<title>)[^<]*(?=<\/title>)/)
  return [before, 'title', after.replace('<link rel="canonical"', '<meta name="robots" content="noindex">$&')]
}

function decode(escaped: string): string {
  return parseFragment(escaped)
    .childNodes.map((node) => ('value' in node ? node.value : ''))
    .join('')
}
