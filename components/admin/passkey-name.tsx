import { t } from './words'
/** A name for the passkey, by which it can be recognised and removed. */
export function PasskeyName() {
  return (
    <>
      <label htmlFor="passkey-name">{t('account.nameOfThePasskey')}</label>
      <input
        id="passkey-name"
        name="name"
        required
        maxLength={60}
        defaultValue={t('passkey.mine')}
        spellCheck={false}
      />
    </>
  )
}
