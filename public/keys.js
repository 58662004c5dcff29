// Presses what is on the page by single keys: each button names its key in `aria-keyshortcuts`, and `?` lists them. `j` and
// `k` go through the tick boxes. Nothing happens while somebody types or a dialog is open, and the keys can be turned off
// (WCAG 2.1.4). No module, and before what it presses: a key works as soon as its button is seen.
{
  const SETTING = 'admin keys'
  const turn = document.currentScript.previousElementSibling
  let on = localStorage.getItem(SETTING) !== 'off'
  // What is pressed leads to another page: a key pressed twice decides nothing twice.
  let pressed = false

  const show = () => turn.setAttribute('aria-pressed', String(on))
  const isTyping = (target) =>
    target instanceof HTMLElement &&
    target.matches('textarea, select, input:not([type=checkbox])') &&
    target.checkVisibility()
  // Visible, or in a menu that is: one who knows the key need not open the menu first.
  const isOffered = (one) => one.checkVisibility() || Boolean(one.closest('details')?.checkVisibility())

  const step = (by) => {
    const boxes = [...document.querySelectorAll('main input[type=checkbox]:not([data-tick-all])')]
    const at = boxes.indexOf(document.activeElement)
    boxes[at === -1 ? 0 : at + by]?.focus()
  }

  /** Says which keys press what on this page; Escape or a click beside it closes it. */
  const explain = (named) => {
    const dialog = document.createElement('dialog')
    const [heading, list] = [document.createElement('h2'), document.createElement('dl')]
    dialog.className = 'all-keys'
    dialog.tabIndex = -1
    dialog.setAttribute('closedby', 'any')
    dialog.setAttribute('aria-label', turn.textContent)
    heading.textContent = turn.textContent
    for (const one of named) {
      const [key, act] = [document.createElement('dt'), document.createElement('dd')]
      key.textContent = one.getAttribute('aria-keyshortcuts')
      const shown = one.cloneNode(true)
      for (const printed of shown.querySelectorAll('.key')) printed.remove()
      act.textContent = shown.textContent.trim()
      list.append(key, act)
    }
    dialog.append(heading, list)
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  }

  document.addEventListener('keydown', (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
    if (document.querySelector('dialog[open]')) return
    if (event.key === 'j' || event.key === 'k') return step(event.key === 'j' ? 1 : -1)
    const named = [...document.querySelectorAll('[aria-keyshortcuts]')]
    if (event.key === '?') return explain(named.filter(isOffered))
    const found = named.find((one) => one.getAttribute('aria-keyshortcuts') === event.key && isOffered(one))
    if (!found || (found.matches('button') && pressed)) return
    pressed ||= found.matches('button')
    event.preventDefault()
    found.click()
  })
  // The browser shows this page again as it was left, or stays on it, since a field is not filled in.
  window.addEventListener('pageshow', () => {
    pressed = false
  })
  document.addEventListener(
    'invalid',
    () => {
      pressed = false
    },
    true,
  )

  turn.addEventListener('click', () => {
    on = !on
    localStorage.setItem(SETTING, on ? 'on' : 'off')
    show()
  })
  show()
  turn.hidden = false
}
