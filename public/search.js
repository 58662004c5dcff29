// `/`, and Ctrl or Cmd with K, lead to the search field, into the drawer too. `/` can be turned off with the other keys
// (keys.js).
const box = document.querySelector('#search')
const isTyping = (target) =>
  target instanceof HTMLElement && target.matches('textarea, select, input:not([type=checkbox], [type=radio])')

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
  const bySlash =
    key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping(target) && localStorage.getItem('admin keys') !== 'off'
  const byLetter = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey
  if (!(bySlash || byLetter) || document.querySelector('dialog[open]')) return
  event.preventDefault()
  if (!box.checkVisibility()) box.closest('[popover]').showPopover()
  box.focus()
  box.select()
})
