/** A name for the passkey, by which it can be recognised and removed. */
export function PasskeyName() {
  return (
    <>
      <label htmlFor="passkey-name">Name of the passkey</label>
      <input id="passkey-name" name="name" required maxLength={60} defaultValue="My passkey" spellCheck={false} />
    </>
  )
}
