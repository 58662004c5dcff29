import type { EditableText } from '@/lib/coalition/entities/find-text'
import { direction } from '@/messages/translator'
import { Empty } from '../empty'
import { Time } from '../time'
import { t } from '../words'

/** The published versions of a text in one language, newest first, with date and words. */
export function TextVersions({ text: { versions, fields }, locale }: { text: EditableText; locale: string }) {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('common.versions')}</h2>
      {versions.length === 0 && <Empty>{t('coalition.noneYet')}</Empty>}
      {versions.map(({ version, publishedAt, values }) => (
        <details key={version}>
          <summary>{t.rich('coalition.version', { version, time: () => <Time at={publishedAt} /> })}</summary>
          <dl>
            {fields.map(({ name, label }) => (
              <div key={name} className="fact">
                <dt>{label}</dt>
                <dd lang={locale} dir={direction(locale)} className="said">
                  {values[name] || '–'}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}
