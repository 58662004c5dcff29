/** Moves the focus to what is said of an act (`data-said`), and takes its code out of the address. */
export function SaidScript() {
  return <script src="/notice.js" type="module" />
}
