import { t } from '../words'
/** A field for a note to the second person. */
export function Why() {
  return (
    <label>
      {t('petitions.reasonForTheSecondPerson')} <input name="why" maxLength={500} size={28} />
    </label>
  )
}
