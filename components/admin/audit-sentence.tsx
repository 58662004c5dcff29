import type { ReactNode } from 'react'
import type { SubjectName } from '@/lib/search/name-subjects'
import type { AuditView } from '@/lib/staff/audit/list-entries'
import { approvableFrom } from '@/lib/staff/roles'
import { shortened } from '@/lib/text/shortened'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { isLocale } from '@/messages/translator'
import { askName } from './ask-name'
import { auditWords } from './audit-words'
import { bulkName } from './bulk-name'
import { codeName } from './code-name'
import { countryName, languageName } from './display-names'
import { entered } from './entered'
import { settingFields } from './settings/setting-fields'
import { roomOf } from './subject-link'
import { t, tOf, tRichOf } from './words'

/** A page of the log has 25 sentences, each with a title, and stays within 45 KB. */
const LONGEST = 80

/** Different things of one act that are named. */
const NAMED = 3

interface Props {
  /** Entries of one verb, at least one. */
  all: AuditView[]
  /** Of their subjects (lib/search/name-subjects.ts). */
  names: Map<string, SubjectName>
  /** The names lead to the pages of what they name: not on those pages themselves. */
  links: boolean
}

/**
 * What one act was, in words: with the name of what it was about, where that still has one, and how often. Entries about
 * different things are counted, and the first of them named.
 */
export function AuditSentence({ all, names, links }: Props): ReactNode {
  const [first] = all
  if (!first) return null
  const isSame = all.every((entry) => entry.subject === first.subject && localeOf(entry) === localeOf(first))
  if (isSame) {
    const sentence = sentenceOf(first, nameOf(first, names, links))
    if (!sentence) return auditWords(first.verb, all.length)
    const change = links && changeOf(first)
    const said = change ? <Changed sentence={sentence} href={change} /> : sentence
    return all.length === 1 ? said : t.rich('actOn.times', { act: () => said, count: all.length })
  }
  const act = auditWords(first.verb, all.length)
  const different = [...new Map(all.map((entry) => [entry.subject, entry])).values()]
  const named = different.flatMap((entry) => nameOf(entry, names, links) ?? [])
  if (named.length === 0) return act
  const shown = named.slice(0, NAMED).map((name, i) => [i > 0 && ', ', name])
  return t.rich('actOn.several', { act: () => act, names: () => [...shown, named.length > NAMED && ' …'] })
}

/** Where a published version stands beside the one before it; null for a first one, and for other acts. */
function changeOf({ verb, subject, detail: { locale, version } }: AuditView): string | null {
  if (verb !== 'petition.publish_text' || typeof version !== 'number' || version < 2) return null
  return `/admin/petitions/${subject.slice('petition:'.length)}/texts/${locale}/versions?from=${version - 1}&to=${version}`
}

function Changed({ sentence, href }: { sentence: ReactNode; href: string }) {
  return (
    <>
      {sentence} · <a href={href}>{t('audit.seeChange')}</a>
    </>
  )
}

/** Sentences that say of which language, and which role. */
const ofText = new Set(
  ['petition-draft', 'petition-publish_text', 'update-write'].concat(
    ['member', 'activity', 'letter', 'statement', 'clause', 'site'].map((kind) => `${kind}-words`),
  ),
)
const ofRole = new Set(['staff-invite', 'staff-change_role'])

/** The sentence that has a place for a name; null where there is none, or the entry does not say all that it needs. */
function sentenceOf(entry: AuditView, name: ReactNode): ReactNode {
  const [kind = '', act = ''] = entry.verb.split('.')
  const key = `${kind}-${act}`
  if (kind === 'approval') {
    const asked = requestOf(entry, name)
    return asked && tRichOf('actOn', key, { name: () => asked })
  }
  const locale = localeOf(entry)
  const role = entry.detail.to ?? entry.detail.role
  if (!name || (ofText.has(key) && !locale) || (ofRole.has(key) && !role)) return null
  return tRichOf('actOn', key, {
    name: () => name,
    language: locale && languageName(locale),
    role: codeName(String(role)).toLowerCase(),
  })
}

/** What two people decided about, and its name; old entries do not say what. */
function requestOf({ detail }: AuditView, name: ReactNode): ReactNode {
  const verb = approvableFrom(String(detail.for ?? ''))
  if (!verb) return name
  const step = verb === 'petition.change_status' && typeof detail.step === 'string' ? codeName(detail.step) : null
  const act = step ?? askName({ verb, detail: detail as Record<string, string> })
  if (!name || verb === 'bulk.approve') return name ?? act
  return t.rich('actOn.request', { act: () => act, name: () => name })
}

/** The name of what an entry is about, as a link where it has a page; null where it has none. */
function nameOf({ subject, detail, verb }: AuditView, names: Map<string, SubjectName>, links: boolean): ReactNode {
  const found = names.get(subject)
  if (!found) return wordsOf(subject, detail, verb)
  const words = wordsFor(found)
  const href = links ? roomOf(subject) : null
  return href ? <a href={href}>{words}</a> : words
}

function wordsFor(found: SubjectName): ReactNode {
  if ('signatures' in found) {
    const { signatures, verb } = found
    return verb ? bulkName({ verb, total: signatures }) : t('actOn.signatures', { count: signatures })
  }
  const text = shortened(found.title, LONGEST)
  const { language } = found
  if (!language) return entered(text)
  return language === readerLanguage() ? text : <span lang={language}>{text}</span>
}

/** What has a name without a look-up. */
function wordsOf(subject: string, detail: AuditView['detail'], verb: string): ReactNode {
  const at = subject.indexOf(':')
  const [kind, key] = [subject.slice(0, at), subject.slice(at + 1)]
  const [before = '', after = ''] = key.split('.')
  if ((kind === 'statement' || kind === 'clause') && /^\d{1,6}$/.test(before)) return before
  if (kind === 'government') return [countryName(before), codeName(after).toLowerCase()].filter(Boolean).join(', ')
  if (kind === 'site') return tOf('siteText', key) ?? null
  if (kind === 'setting') return settingFields().find(({ name }) => name === key)?.label ?? null
  if (kind === 'recipient' && verb.startsWith('export.') && detail.name)
    return entered(shortened(String(detail.name), LONGEST))
  return null
}

/** The language that an entry of a text is about: in its verb (`letter.words.ko`), else among its details. */
function localeOf({ verb, detail }: AuditView): string | null {
  const locale = verb.split('.')[2] ?? detail.locale
  return typeof locale === 'string' && isLocale(locale) ? locale : null
}
