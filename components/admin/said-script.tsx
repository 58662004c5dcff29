/** Moves the focus to the message about an act (`data-said`), and removes its code from the address. */
export function SaidScript() {
  return <script src="/notice.js" type="module" />
}
