import { trimInvisible, trimLines } from '@/lib/text/clean-text'
import { adminLanguages } from '@/messages/admin/translator'
import { languageName } from '@/messages/language-name'
import { files } from '@/messages/translator'
import { limits } from './draft'

/**
 * Maximum length of an import, in characters. All languages at maximum length would not fit, but no real text is that
 * long.
 */
export const MAX_IMPORT = 120_000

interface ImportedText {
  locale: string
  subject: string
  body: string
}

type Problem = 'import_none' | 'import_language' | 'import_twice' | 'import_unfinished' | 'too_long'

type ImportResult =
  | { ok: true; texts: ImportedText[] }
  /** `at`: the heading with the problem. */
  | { ok: false; problem: Problem; at: string }

/** `== Korean ==`; the closing marks may be missing. */
const heading = /^==+\s*([^=\s].*?)\s*=*$/

/** `Subject: News`, as some translators write it. */
const label = /^(?:subject|제목|件名|主题|objet|asunto|тема)\s*[:：]\s*/i

/**
 * Parses the texts of a mailing: for each language a heading with its name, a line with the subject, then the body.
 * Languages are named in English, Korean, Japanese or themselves, or by code.
 */
export function readImport(typed: string): ImportResult {
  if (typed.length > MAX_IMPORT) return { ok: false, problem: 'too_long', at: '' }
  const parts: { at: string; locale: string | undefined; lines: string[] }[] = []
  for (const line of typed
    .normalize('NFC')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)) {
    const [at, name] = heading.exec(trimInvisible(line)) ?? []
    if (at && name) parts.push({ at, locale: languages.get(name.toLowerCase()), lines: [] })
    else if (parts.length > 0) parts.at(-1)?.lines.push(line)
    // Text before the first heading has no language.
    else if (trimInvisible(line) !== '') return { ok: false, problem: 'import_none', at: '' }
  }
  const texts: ImportedText[] = []
  for (const { at, locale, lines } of parts) {
    const wrong = (problem: Problem): ImportResult => ({ ok: false, problem, at })
    if (!locale) return wrong('import_language')
    if (texts.some((one) => one.locale === locale)) return wrong('import_twice')
    const first = lines.findIndex((line) => trimInvisible(line) !== '')
    const subject = trimInvisible(lines[first] ?? '').replace(label, '')
    const body = trimLines(lines.slice(first + 1).join('\n')).replace(/^\n+/, '')
    if (subject === '' || body === '') return wrong('import_unfinished')
    if (subject.length > limits.subject || body.length > limits.body) return wrong('too_long')
    texts.push({ locale, subject, body })
  }
  return texts.length === 0 ? { ok: false, problem: 'import_none', at: '' } : { ok: true, texts }
}

const languages = new Map(
  Object.keys(files).flatMap((locale) =>
    [locale.toLowerCase(), ...[...adminLanguages, locale].map((one) => languageName(locale, one).toLowerCase())].map(
      (name): [string, string] => [name, locale],
    ),
  ),
)
