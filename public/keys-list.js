// Says which keys press what on this page, and turns them off; loaded by keys.js. Escape or a click beside it closes
// it.
const words = document.querySelector('script[src="/keys.js"]').dataset

const make = (name, text) => Object.assign(document.createElement(name), { textContent: text })

/** @param named what names its key itself */
export function list(named) {
  const dialog = make('dialog')
  const keys = make('dl')
  dialog.className = 'all-keys'
  dialog.tabIndex = -1
  // Not on the button: Enter would turn them off.
  dialog.autofocus = true
  dialog.setAttribute('closedby', 'any')
  dialog.setAttribute('aria-label', words.title)
  const say = (key, does) => keys.append(make('dt', key), make('dd', does))
  for (const one of named) {
    const shown = one.cloneNode(true)
    for (const printed of shown.querySelectorAll('.key')) printed.remove()
    say(one.getAttribute('aria-keyshortcuts'), shown.textContent.trim())
  }
  if (document.querySelector('main input[type=checkbox]')) {
    say('j k', words.step)
    say('x', words.tick)
    say('Shift+x', words.range)
  }
  for (const place of document.querySelectorAll('[data-go]')) say(`g ${place.dataset.go}`, place.firstChild.textContent)
  say('/', words.search)
  const off = Object.assign(make('button', words.off), { type: 'button' })
  off.addEventListener('click', () => {
    document.dispatchEvent(new Event('keys-off'))
    dialog.close()
  })
  dialog.append(make('h2', words.title), keys, off, Object.assign(make('p', words.again), { className: 'hint' }))
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
