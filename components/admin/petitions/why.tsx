/** A few words for the second person. */
export function Why() {
  return (
    <label>
      Why, for the second person. No names. <input name="why" maxLength={500} size={28} />
    </label>
  )
}
