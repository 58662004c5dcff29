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

/** Maximum length of a title: a page has 25 sentences, and stays below 45 KB. */
const LONGEST = 80

/** Maximum number of subjects that a sentence names. */
const NAMED = 3

interface Props {
  /** Entries of one verb, at least one. */
  all: AuditView[]
  /** The names of their subjects (lib/search/name-subjects.ts). */
  names: Map<string, SubjectName>
  /** Names link to their pages; false on those pages themselves. */
  links: boolean
}

/**
 * One act in words: its verb, the name of its subject if it still has one, and how often. Entries about several
 * subjects are counted, and the first ones named.
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

/** The comparison of a published version with the previous one; null for a first version, and for other acts. */
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

/** Sentences with a language, and those with a role. */
const ofText = new Set(
  ['petition-draft', 'petition-publish_text', 'update-write'].concat(
    ['member', 'activity', 'letter', 'statement', 'clause', 'site'].map((kind) => `${kind}-words`),
  ),
)
const ofRole = new Set(['staff-invite', 'staff-change_role'])

/** The sentence with a name in it; null if there is none, or the entry lacks a value that it needs. */
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

/** The requested act and the name of its subject; old entries do not contain the act. */
function requestOf({ detail }: AuditView, name: ReactNode): ReactNode {
  const verb = approvableFrom(String(detail.for ?? ''))
  if (!verb) return name
  const step = verb === 'petition.change_status' && typeof detail.step === 'string' ? codeName(detail.step) : null
  const act = step ?? askName({ verb, detail: detail as Record<string, string> })
  if (!name || verb === 'bulk.approve') return name ?? act
  return t.rich('actOn.request', { act: () => act, name: () => name })
}

/** The name of an entry's subject, as a link if it has a page; null if it has none. */
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

/** Names that need no look-up. */
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

/** The language of an entry about a text, from its verb (`letter.words.ko`) or its details. */
function localeOf({ verb, detail }: AuditView): string | null {
  const locale = verb.split('.')[2] ?? detail.locale
  return typeof locale === 'string' && isLocale(locale) ? locale : null
}
