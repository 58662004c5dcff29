import type { ContentPart } from '@/lib/staff/approvals/content'
import { Diff } from '../diff'
import { languageName } from '../display-names'
import { Pill } from '../pill'
import { t, tOf } from '../words'

/** The public texts to be changed, part by part. */
export function ApprovalContent({ parts }: { parts: ContentPart[] }) {
  if (parts.length === 0) return null
  return (
    <div className="diffs">
      <p>{t('approvals.changesDeletionsStruckThrough')}</p>
      {parts.map(({ name, label, locale, before, after }) => (
        <section key={name}>
          <h2>
            {tOf('part', name.split(' ')[0]) ?? label} <Pill>{languageName(locale)}</Pill>
          </h2>
          <Diff before={before} after={after} locale={locale} />
        </section>
      ))}
    </div>
  )
}
