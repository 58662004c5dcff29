import { fingerprintOf } from '@/lib/exports/recipient'
import type { SavedRecipient } from '@/lib/exports/saved-recipients'
import { t } from '../words'

interface Props {
  recipients: SavedRecipient[]
  /** The previous input: the chosen key, and the typed one. */
  saved: string
  typed: string
}

/** The choice of the recipient's key: a saved one, or another. */
export function RecipientChoice({ recipients, saved, typed }: Props) {
  const known = saved === '' || recipients.some(({ key }) => key === saved)
  return (
    <div className="stack wide">
      {recipients.length > 0 && (
        <>
          <label htmlFor="saved">{t('exports.recipient')}</label>
          <select id="saved" name="saved" defaultValue={saved}>
            <option value="">{t('exports.anotherKey')}</option>
            {recipients.map(({ id, name, key }) => (
              <option key={id} value={key}>
                {t('exports.nameAndKey', { name, key: fingerprintOf(key).slice(0, 9) })}
              </option>
            ))}
            {!known && <option value={saved}>{t('exports.noLongerSaved')}</option>}
          </select>
        </>
      )}
      <label htmlFor="recipient">{t('exports.agePublicKeyOf')}</label>
      <input
        id="recipient"
        name="recipient"
        defaultValue={typed}
        maxLength={3000}
        spellCheck={false}
        autoComplete="off"
      />
      <p className="hint">
        {t.rich('exports.saveOnceUseOften', {
          link: (inner) => <a href="/admin/exports/recipients">{inner}</a>,
        })}
      </p>
    </div>
  )
}
