import type { StatementView } from '@/lib/coalition/find-statement'
import { dateInWords } from '@/lib/coalition/partial-date'
import { type Locale, translator } from '@/messages/translator'

/** How to cite the statement. A summary by the site's editors is not cited as adopted. */
export function Cite({ statement, locale, address }: { statement: StatementView; locale: Locale; address: string }) {
  const t = translator(locale, 'statement.cite')
  const { text, version, adopted, summarized } = statement
  const named = {
    coalition: translator(locale, 'site')('coalition'),
    title: text.title,
    version,
    address: `\u2066${address}\u2069`,
  }
  const line = summarized
    ? t('summary', { ...named, year: summarized.getUTCFullYear().toString() })
    : t('text', { ...named, date: adopted ? dateInWords(adopted, locale) : '' })
  return (
    <section aria-labelledby="cite" className="break-inside-avoid">
      <h2 id="cite">{t('title')}</h2>
      <blockquote className="mt-3 max-w-[66ch] border-s-2 border-edge ps-5 font-serif select-all">{line}</blockquote>
    </section>
  )
}
