import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { Time } from '../time'
import { t } from '../words'

interface Props {
  draft: Draft | null
  /** The form's. */
  name: string
}

/**
 * Within a form: names it, so that what is typed is found again if the session has expired when it is sent; and says that
 * its fields hold what was kept.
 */
export function KeptDraft({ draft, name }: Props) {
  const keptAt = draft?.kept?.at
  const kept = draft?.kept?.id ?? draft?.fields.kept
  return (
    <>
      <input type="hidden" name="draftOf" value={name} />
      {kept && <input type="hidden" name="kept" value={kept} />}
      {keptAt && (
        <p className="notice" role="status">
          {t.rich('form.thisIsWhatYou', { time: () => <Time at={keptAt} zone /> })}
        </p>
      )}
      {/* Its line is there before it says anything: nothing moves while somebody types. */}
      <span className="autosave hint" data-kept={t('form.draftKept')} data-not-kept={t('form.draftNotKept')} />
      <script src="/autosave.js" type="module" />
    </>
  )
}
