import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { t } from '../words'

interface Props {
  found: PetitionForAdmin
  /** Rejected input. */
  typed: { slug: string; goal: string }
  change: (form: FormData) => Promise<void>
}

/** The goal, and the address as long as nothing is published under it. */
export function SettingsForm({ found, typed, change }: Props) {
  const { id, slug, goal } = found.petition
  const free = found.languages.every(({ published }) => published === null)
  return (
    <form action={change} className="stack" id="facts">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="expectedSlug" value={slug} />
      <input type="hidden" name="expectedGoal" value={goal} />
      <label htmlFor="goal">{t('petitions.goalInSignatures')}</label>
      <input id="goal" name="goal" inputMode="numeric" required defaultValue={typed.goal || String(goal)} />
      {free ? (
        <>
          <label htmlFor="slug">{t('petitions.addressFixedOnceA')}</label>
          <input id="slug" name="slug" required maxLength={80} defaultValue={typed.slug || slug} />
        </>
      ) : (
        <input type="hidden" name="slug" value={slug} />
      )}
      <button type="submit">{t(free ? 'petitions.saveSettings' : 'petitions.saveGoal')}</button>
    </form>
  )
}
