import { t } from './words'

const usualReasons = [
  'signatures.reasonSigner',
  'review.reasonOfReview',
  'signatures.reasonAppeal',
  'signatures.reasonAbuse',
] as const

/** The reason for opening somebody's data; usual reasons need no typing. */
export function OpeningReason() {
  return (
    <>
      <label>
        {t('signatures.sealedReasonForOpening')} <input name="why" list="reasons" required maxLength={200} size={28} />
      </label>
      <datalist id="reasons">
        {usualReasons.map((reason) => (
          <option key={reason} value={t(reason)} />
        ))}
      </datalist>
    </>
  )
}
