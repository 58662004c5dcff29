import { nextActs } from '@/lib/petitions/admin/choose-next-act'
import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { t, tOf } from '../words'

interface Props {
  petition: PetitionForAdmin['petition']
  choose: (form: FormData) => Promise<void>
}

/** The form for the request on the page after confirming. */
export function NextActForm({ petition, choose }: Props) {
  return (
    <form action={choose} className="stack" id="next-act">
      <input type="hidden" name="id" value={petition.id} />
      <input type="hidden" name="expected" value={petition.nextAct} />
      <label htmlFor="wanted">{t('petitions.nextAct')}</label>
      <select id="wanted" name="wanted" defaultValue={petition.nextAct} aria-describedby="next-act-hint">
        {nextActs.map((act) => (
          <option key={act} value={act}>
            {tOf('nextAct', act)}
          </option>
        ))}
      </select>
      <p id="next-act-hint" className="hint">
        {t('petitions.nextActHint')}
      </p>
      <button type="submit">{t('petitions.chooseNextAct')}</button>
    </form>
  )
}
