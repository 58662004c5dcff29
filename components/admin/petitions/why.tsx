/** A few words for the second person. */
export function Why() {
  return (
    <label>
      Reason, for the second person (no names) <input name="why" maxLength={500} size={28} />
    </label>
  )
}
