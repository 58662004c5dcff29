// `/`, and Ctrl with K (on a Mac Cmd: its Ctrl with K deletes to the end of a line), open the page's search over it,
// and palette.js suggests what it may be; neither while something is typed. `/` can be turned off with the other keys
// (keys.js).
const page = document.querySelector('#search')
const isMac = /^(Mac|iP)/.test(navigator.platform)
let dialog

// A field of a dialog that has just closed keeps the focus for a moment: nobody types in it.
const isTyping = (target) =>
  target instanceof HTMLElement &&
  target.matches('textarea, select, input:not([type=checkbox], [type=radio])') &&
  target.checkVisibility()

// The same form once more, in the reader's language: it works before anything is suggested.
const make = () => {
  const form = page.form.cloneNode(true)
  const [label, box] = [form.querySelector('label'), form.querySelector('input')]
  form.id = 'palette'
  box.id = label.htmlFor = 'palette-text'
  Object.assign(box, { type: 'text', value: '' })
  dialog = document.createElement('dialog')
  dialog.className = 'palette'
  dialog.setAttribute('aria-label', label.textContent)
  // A click beside it closes it.
  dialog.setAttribute('closedby', 'any')
  dialog.append(form)
  document.body.append(dialog)
  import('/palette.js').catch(() => undefined)
}

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
  // A browser that fills in a form sends a key without a name.
  if (!key) return
  const [held, other] = isMac ? [metaKey, ctrlKey] : [ctrlKey, metaKey]
  const byLetter = key.toLowerCase() === 'k' && held && !other && !altKey && !shiftKey
  if (byLetter && dialog?.open) {
    event.preventDefault()
    return dialog.close()
  }
  const bySlash = key === '/' && !ctrlKey && !metaKey && !altKey && localStorage.getItem('admin keys') !== 'off'
  if (!(bySlash || byLetter) || isTyping(target) || document.querySelector('dialog[open]')) return
  event.preventDefault()
  if (!dialog) make()
  dialog.showModal()
  dialog.querySelector('input').select()
})
