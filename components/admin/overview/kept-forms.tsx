import type { KeptForm } from '@/lib/staff/drafts/kept-form'
import { typedFields } from '@/lib/staff/drafts/typed-fields'
import { keptPath } from '@/lib/web/admin/kept-path'
import { entered } from '../entered'
import { Time } from '../time'
import { t } from '../words'

/** The person's unsaved forms; nothing if there are none. */
export function KeptForms({ forms }: { forms: KeptForm[] }) {
  if (forms.length === 0) return null
  return (
    <section className="panel">
      <h2>{t('overview.typedAndNotSaved')}</h2>
      <ul>
        {forms.map((form) => (
          <li key={form.id}>
            <a href={keptPath(form)}>
              “<bdi>{beginning(form)}</bdi>”
            </a>
            , {form.from && <>{t.rich('overview.begunBy', { person: entered(form.from) })}, </>}
            <Time at={form.at} zone /> · <a href={`/admin/drafts/${form.id}`}>{t('overview.seeOrDiscard')}</a>
          </li>
        ))}
      </ul>
      <p className="hint">{t('overview.keptForYouAlone')}</p>
    </section>
  )
}

function beginning({ fields }: KeptForm): string {
  const text = typedFields(fields)[0]?.[1].trim() ?? ''
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
