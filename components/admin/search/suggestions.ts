import { listSuggestions, type Suggestion } from '@/lib/search/list-suggestions'
import { builtInViews } from '@/lib/signatures/views/built-in-views'
import { listViews } from '@/lib/signatures/views/list-views'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { type AdminLanguage, type AdminTranslator, adminTranslator } from '@/messages/admin/translator'
import { languageName } from '@/messages/language-name'
import { locales } from '@/messages/translator'
import { builtInNames } from '../views/views-nav'
import { pagesFor } from './pages'
import { petitionVerbs } from './petition-verbs'
import { thingPlaces } from './thing-places'

/** A suggestion: its address, its name and its kind. */
export interface Suggested {
  href: string
  name: string
  kind: string
  /** Its English name, if different. */
  english?: string
}

/** Maximum number of petitions whose texts are suggested in each language. */
const MAX_WITH_TEXTS = 10

/** Pages, views, and titles that the person may read; never signers or colleagues. Verbs lead to their forms. */
export async function suggestionsFor(by: Staff, language: AdminLanguage): Promise<Suggested[]> {
  const say = adminTranslator(language)
  const pages = pagesFor(by, language).map((page) => suggested(page, say('search.pages')))
  const [found, saved, verbs] = await Promise.all([
    listSuggestions(by, language),
    may(by.role, 'view.save') ? listViews(by) : [],
    petitionVerbs(by, language),
  ])
  const inEnglish = adminTranslator('en')
  const builtIn = may(by.role, 'signature.list')
    ? builtInViews(new Date(), readerZone()).filter(({ query }) => query !== '')
    : []
  const named = builtIn.map(({ view, query }) => ({
    name: say('search.listOf', { view: say(builtInNames[view]) }),
    english: inEnglish('search.listOf', { view: inEnglish(builtInNames[view]) }),
    query,
  }))
  const views = [...named, ...saved.map(({ name, query }) => ({ name, query, english: undefined }))].map(
    ({ name, query, english }) => suggested({ href: `/admin/signatures?${query}`, name, english }, say('views.views')),
  )
  const acts = verbs.map((one) => suggested(one, say('place.petitions')))
  const things = found.flatMap(({ kind, things: all }) =>
    all.map(({ id, name, english }) => {
      const href = `${thingPlaces[kind].room}/${id}`
      return suggested(
        { href, name: name || say('updates.mailingWithoutASubject'), english },
        say(thingPlaces[kind].name),
      )
    }),
  )
  const petitions = found.find(({ kind }) => kind === 'petition')?.things ?? []
  const texts = may(by.role, 'petition.write') ? petitions.slice(0, MAX_WITH_TEXTS).flatMap(textsOf(say, language)) : []
  return [...pages, ...views, ...things, ...acts, ...texts]
}

/** The forms for a petition's text, one for each language. */
function textsOf(say: AdminTranslator, language: AdminLanguage) {
  const inEnglish = adminTranslator('en')
  return ({ id, name, english = name }: Suggestion): Suggested[] =>
    locales.map((locale) =>
      suggested(
        {
          href: `/admin/petitions/${id}/texts/${locale}`,
          name: say('search.textOf', { language: languageName(locale, language), title: name }),
          english: inEnglish('search.textOf', { language: languageName(locale), title: english }),
        },
        say('place.petitions'),
      ),
    )
}

function suggested(of: { href: string; name: string; english: string | undefined }, kind: string): Suggested {
  const { href, name, english } = of
  return { href, name, kind, ...(english && english !== name ? { english } : {}) }
}
