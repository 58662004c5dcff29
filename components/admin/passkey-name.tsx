import { t } from './words'
/** The name of a passkey, by which people recognise and remove it. */
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
