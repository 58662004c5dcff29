import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { Time } from '../time'
import { t } from '../words'

interface Props {
  draft: Draft | null
  /** The form's name. */
  name: string
}

/**
 * Names the surrounding form, so that its input is stored if the session has expired on submission, and says if its
 * fields show stored input.
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
      {/* The line exists before it has text, so that nothing moves while somebody types. */}
      <span className="autosave hint" data-kept={t('form.draftKept')} data-not-kept={t('form.draftNotKept')} />
      <script src="/autosave.js" type="module" />
    </>
  )
}
