// Single keys press what names them in `aria-keyshortcuts`; `g` and a letter go to a place (`data-go`), `x` and Shift+x
// tick, `?` lists them (keys-list.js). None acts while somebody types or a dialog is open; they can be turned off (WCAG
// 2.1.4). No module, and first: a key works as soon as its button is seen.
{
  const SETTING = 'admin keys'
  const isOn = () => localStorage.getItem(SETTING) !== 'off'
  // A key pressed twice decides nothing twice; the one after `g` nothing at all.
  let pressed = false
  let going = false
  let ticked

  const all = (selector) => [...document.querySelectorAll(selector)]
  const boxes = () => all('main input[type=checkbox]:not([data-tick-all])')
  const isTyping = (target) =>
    target instanceof HTMLElement &&
    target.matches('textarea, select, input:not([type=checkbox])') &&
    target.checkVisibility()
  // Or in a menu.
  const isOffered = (one) => one.checkVisibility() || Boolean(one.closest('details')?.checkVisibility())

  const step = (by) => {
    const at = boxes().indexOf(document.activeElement)
    boxes()[at === -1 ? 0 : at + by]?.focus()
  }
  // From one box of a list to another, as the first is.
  const tick = (from, to) => {
    const list = boxes().filter((box) => box.name === to.name && box.form === to.form)
    const [first, last] = [list.indexOf(from), list.indexOf(to)].sort((a, b) => a - b)
    if (first === -1) return boxes().includes(to) && to.click()
    for (const box of list.slice(first, last + 1)) if (box.checked !== from.checked) box.click()
  }
  const acts = {
    g: () => {
      going = true
    },
    j: () => step(1),
    k: () => step(-1),
    x: () => tick(null, document.activeElement),
    X: () => tick(ticked, document.activeElement),
    '?': () => import('/keys-list.js').then(({ list }) => list(all('[aria-keyshortcuts]').filter(isOffered))),
  }

  document.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (!key || !isOn() || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(target)) return
    if (document.querySelector('dialog[open]') || key === 'Shift') return
    if (going) {
      going = false
      return all('[data-go]')
        .find((one) => one.dataset.go === key)
        ?.click()
    }
    if (Object.hasOwn(acts, key)) return void acts[key]()
    const found = all('[aria-keyshortcuts]').find(
      (one) => one.getAttribute('aria-keyshortcuts') === key && isOffered(one),
    )
    if (!found || (found.matches('button') && pressed)) return
    pressed ||= found.matches('button')
    event.preventDefault()
    found.click()
  })
  document.addEventListener('change', ({ target }) => {
    if (target.type === 'checkbox') ticked = target
  })
  // The page is shown again, or a field is not filled in.
  const again = () => {
    pressed = going = false
  }
  addEventListener('pageshow', again)
  document.addEventListener('invalid', again, true)

  const turns = () => all('[data-keys]')
  const turn = (on) => {
    localStorage.setItem(SETTING, on ? 'on' : 'off')
    for (const one of turns()) one.setAttribute('aria-pressed', String(on))
  }
  document.addEventListener('keys-off', () => turn(false))
  document.addEventListener('click', ({ target }) => {
    if (target.closest('[data-keys]')) turn(!isOn())
  })
  document.addEventListener('DOMContentLoaded', () => {
    turn(isOn())
    for (const one of turns()) one.hidden = false
  })
}
