import type { KeptForm } from '@/lib/staff/drafts/kept-form'
import { keptPath, pageOf } from '@/lib/web/admin/kept-path'
import { Time } from './time'
import { t } from './words'

interface Props {
  /** All unsaved forms of the person. */
  forms: KeptForm[]
  /** Path and query of the page. */
  at: string
}

/** The person's unsaved forms of this page, unless the page already shows a draft. */
export function KeptHere({ forms, at }: Props) {
  const url = new URL(at, 'http://admin.invalid')
  if (url.searchParams.has('draft')) return null
  const kept = forms.filter(({ form, path }) => form !== '' && path === pageOf(url))
  return kept.map((one) => (
    <p key={one.id} className="notice">
      {t.rich('form.unsavedDraftOfRestore', {
        time: () => <Time at={one.at} zone />,
        link: (inner) => <a href={keptPath(one)}>{inner}</a>,
        link2: (inner) => <a href={`/admin/drafts/${one.id}`}>{inner}</a>,
      })}
    </p>
  ))
}
