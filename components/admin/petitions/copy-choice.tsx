import { firstDrafts } from '@/lib/petitions/admin/copied-drafts'
import type { PetitionForAdmin } from '@/lib/petitions/admin/find-for-admin'
import type { PetitionName } from '@/lib/petitions/list-petition-names'
import { noWords } from '@/lib/petitions/texts/petition-words'
import { languagesInWords } from '../languages-in-words'
import { t } from '../words'

interface Props {
  petitions: PetitionName[]
  /** The petition to copy. */
  original: PetitionForAdmin | null
}

/** The choice of a petition whose texts and settings a new one starts with, and what a copy includes. */
export function CopyChoice({ petitions, original }: Props) {
  const locales = firstDrafts(original?.languages ?? [], noWords).map(({ locale }) => locale)
  return (
    <>
      {petitions.length > 0 && (
        <form className="row">
          <label>
            {t('petitions.copyFrom')}{' '}
            <select name="from" defaultValue={original?.petition.id ?? ''}>
              <option value="">{t('petitions.copyNothing')}</option>
              {petitions.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">{t('petitions.copyShow')}</button>
        </form>
      )}
      {original && (
        <p className="notice">
          {t.rich('petitions.copyOf', { name: () => <strong>{original.name}</strong> })}
          <br />
          {t('petitions.copiesTexts', { languages: languagesInWords(locales) })}
        </p>
      )}
    </>
  )
}
