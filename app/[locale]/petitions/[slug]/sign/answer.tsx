import { ShareLinks } from '@/components/coalition/share-links'
import { petitionAddress, petitionPath } from '@/components/petitions/petition-address'
import { Masthead } from '@/components/site/masthead'
import type { FormState } from '@/lib/integrity/form-state'
import { findPetition } from '@/lib/petitions/find-petition'
import { answerFilled } from '@/lib/web/answer-in-frame'
import { cacheMarkup, type Markup } from '@/lib/web/cached-markup'
import type { ReadyAnswer } from '@/lib/web/ready-answer'
import type { RouteContext } from '@/lib/web/server/direct-routes'
import type { Answer } from '@/lib/web/server/make-answer'
import { pageTarget } from '@/lib/web/server/page-rules'
import type { Filled } from '@/lib/web/zip-markup'
import { type Locale, servedLocale, translator } from '@/messages/translator'
import { type CachedSignPage, cachedSignPage } from './cached-sign-page'
import { errorsMarkup, formMarkup } from './form-markup'
import { readSignForm } from './read-sign-form'

type Context = RouteContext<{ locale: string; slug: string }>

/**
 * A petition with one person's form: what came back with its errors, or an empty one with a member's code. It is the
 * cached page of the petition, in which the form and what else differs is put, rendered by React alone and kept without
 * what anybody typed.
 */
export async function GET(request: Request, { params, page }: Context): Promise<ReadyAnswer | Answer> {
  const { locale: segment, slug } = await params
  const locale = servedLocale(segment)
  const path = `/${locale}/petitions/${encodeURIComponent(slug)}`
  const target = pageTarget(`${path}/sign`, new URL(request.url).search.slice(1))
  const query = new URLSearchParams(target.slice(`${path}/sign`.length))
  const kept = await page(path)
  if (kept.status !== 200) return kept
  const wrong = query.has('draft')
  const state = await readSignForm(query.get('draft') ?? undefined, query.get('via'))
  const parts = cachedSignPage(kept)
  if (!(await isUpToDate(parts, state, slug, locale))) return page(`${path}/sign`, query.toString())
  return answerFilled(request, fill(parts, { slug, locale, wrong, state }), onionOf(kept, target.slice(path.length)))
}

/**
 * Whether the cached page is no older than the form: one that came back because the petition was closed, or its text
 * changed, must not be shown with what it was before.
 */
async function isUpToDate({ text }: CachedSignPage, { errors }: FormState, slug: string, locale: Locale) {
  if (!errors.form?.some((code) => code === 'petition_closed' || code === 'text_changed')) return true
  const petition = await findPetition(slug, locale)
  return text === (petition?.status === 'open' ? petition.text.sha256 : null)
}

interface Filling {
  slug: string
  locale: Locale
  /** Whether the form came back. */
  wrong: boolean
  state: FormState
}

function fill(kept: CachedSignPage, { slug, locale, wrong, state }: Filling): Filled[] {
  const { via } = state.values
  const { title, petitionTitle, text } = kept
  const errorTitle = translator(locale, 'form')('errorTitle', { title: petitionTitle })
  const same = (markup: Markup): Filled => ({ markup, facts: {} })
  return [
    { markup: kept.head, facts: { title: wrong ? title.replace(petitionTitle, () => errorTitle) : title } },
    same(via ? masthead({ locale, path: petitionPath(slug, via) }) : kept.masthead),
    same(kept.beforeMain),
    same(errorsMarkup({ errors: state.errors, isOpen: text !== null, locale })),
    same(kept.beforeForm),
    text === null ? same([]) : formMarkup(slug, text, locale, state),
    same(kept.afterForm),
    same(
      via
        ? share({ address: petitionAddress(slug, locale, via), text: kept.shareText, title: petitionTitle, locale })
        : kept.share,
    ),
    same(kept.rest),
  ]
}

// The parts that a member's code changes are the same for all who come by that member's link.
const masthead = cacheMarkup([], (props: { locale: Locale; path: string }) => <Masthead {...props} />)
const share = cacheMarkup([], (props: { address: string; text: string; title: string; locale: Locale }) => (
  <ShareLinks {...props} qr />
))

/** Where the onion service shows the same, if the cached page names one. */
function onionOf({ variants }: Answer, rest: string): Record<string, string> {
  const { headers } = variants.identity
  const at = headers.indexOf('Onion-Location')
  return at < 0 ? {} : { 'onion-location': `${headers[at + 1]}${rest}` }
}
