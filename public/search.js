// `/`, and Ctrl with K (on a Mac Cmd: its Ctrl with K deletes to the end of a line), lead to the search field, into the
// drawer too; neither while something is typed. `/` can be turned off with the other keys (keys.js).
const box = document.querySelector('#search')
const isMac = /^(Mac|iP)/.test(navigator.platform)
const isTyping = (target) =>
  target instanceof HTMLElement && target.matches('textarea, select, input:not([type=checkbox], [type=radio])')

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
  // A browser that fills in a form sends a key without a name.
  if (!key || isTyping(target)) return
  const bySlash = key === '/' && !ctrlKey && !metaKey && !altKey && localStorage.getItem('admin keys') !== 'off'
  const [held, other] = isMac ? [metaKey, ctrlKey] : [ctrlKey, metaKey]
  const byLetter = key.toLowerCase() === 'k' && held && !other && !altKey && !shiftKey
  if (!(bySlash || byLetter) || document.querySelector('dialog[open]')) return
  event.preventDefault()
  if (!box.checkVisibility()) box.closest('[popover]').showPopover()
  box.focus()
  box.select()
})
