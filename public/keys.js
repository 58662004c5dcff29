// Presses what is on the page by single keys: each button names its key in `aria-keyshortcuts`, `g` and a letter go to a place
// of the navigation (`data-go`), and `?` lists them all. `j` and `k` go through the tick boxes, `x` ticks one, Shift+x all
// from the last that was ticked. Nothing happens while somebody types or a dialog is open, and the keys can be turned off
// (WCAG 2.1.4). No module, and before what it presses: a key works as soon as its button is seen.
{
  const SETTING = 'admin keys'
  const words = document.currentScript.dataset
  let on = localStorage.getItem(SETTING) !== 'off'
  // What is pressed leads to another page: a key pressed twice decides nothing twice.
  let pressed = false
  // `g` was pressed: the next key says where to, and decides nothing.
  let going = false
  let lastTicked

  const turns = () => document.querySelectorAll('[data-keys]')
  const show = () => {
    for (const turn of turns()) turn.setAttribute('aria-pressed', String(on))
  }
  const set = (now) => {
    on = now
    localStorage.setItem(SETTING, on ? 'on' : 'off')
    show()
  }
  const isTyping = (target) =>
    target instanceof HTMLElement &&
    target.matches('textarea, select, input:not([type=checkbox])') &&
    target.checkVisibility()
  // Visible, or in a menu that is: one who knows the key need not open the menu first.
  const isOffered = (one) => one.checkVisibility() || Boolean(one.closest('details')?.checkVisibility())

  const boxes = () => [...document.querySelectorAll('main input[type=checkbox]:not([data-tick-all])')]
  const step = (by) => {
    const all = boxes()
    const at = all.indexOf(document.activeElement)
    all[at === -1 ? 0 : at + by]?.focus()
  }
  const tick = () => {
    const box = document.activeElement
    if (boxes().includes(box)) box.click()
  }
  /** Makes all of a list from the one that was ticked last to this one as that one is. */
  const tickRange = () => {
    const last = lastTicked
    const all = boxes().filter((box) => box.name === last?.name && box.form === last.form)
    const ends = [all.indexOf(last), all.indexOf(document.activeElement)].sort((a, b) => a - b)
    if (ends[0] === -1) return tick()
    for (const box of all.slice(ends[0], ends[1] + 1)) if (box.checked !== last.checked) box.click()
  }
  const ofLists = { j: () => step(1), k: () => step(-1), x: tick, X: tickRange }

  /** Says which keys press what on this page; Escape or a click beside it closes it. */
  const explain = (named) => {
    const dialog = document.createElement('dialog')
    const [heading, list, off, again] = ['h2', 'dl', 'button', 'p'].map((name) => document.createElement(name))
    dialog.className = 'all-keys'
    dialog.tabIndex = -1
    dialog.setAttribute('closedby', 'any')
    dialog.setAttribute('aria-label', words.title)
    heading.textContent = words.title
    const say = (keys, does) => {
      const [key, act] = [document.createElement('dt'), document.createElement('dd')]
      key.textContent = keys
      act.textContent = does
      list.append(key, act)
    }
    for (const one of named) {
      const shown = one.cloneNode(true)
      for (const printed of shown.querySelectorAll('.key')) printed.remove()
      say(one.getAttribute('aria-keyshortcuts'), shown.textContent.trim())
    }
    if (boxes().length > 0) {
      say('j k', words.step)
      say('x', words.tick)
      say('Shift+x', words.range)
    }
    for (const place of document.querySelectorAll('[data-go]'))
      say(`g ${place.dataset.go}`, place.firstChild.textContent)
    say('/', words.search)
    off.type = 'button'
    off.textContent = words.off
    off.addEventListener('click', () => {
      set(false)
      dialog.close()
    })
    again.className = 'hint'
    again.textContent = words.again
    dialog.append(heading, list, off, again)
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  }

  document.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(target)) return
    if (document.querySelector('dialog[open]') || !key || (key.length > 1 && key !== 'Escape')) return
    if (going) {
      going = false
      const place = [...document.querySelectorAll('[data-go]')].find((one) => one.dataset.go === key)
      return place?.click()
    }
    if (key === 'g') {
      going = true
      return
    }
    if (Object.hasOwn(ofLists, key)) return ofLists[key]()
    const named = [...document.querySelectorAll('[aria-keyshortcuts]')]
    if (key === '?') return explain(named.filter(isOffered))
    const found = named.find((one) => one.getAttribute('aria-keyshortcuts') === key && isOffered(one))
    if (!found || (found.matches('button') && pressed)) return
    pressed ||= found.matches('button')
    event.preventDefault()
    found.click()
  })
  document.addEventListener('change', ({ target }) => {
    if (target.matches('input[type=checkbox]')) lastTicked = target
  })
  // The browser shows this page again as it was left, or stays on it, since a field is not filled in.
  window.addEventListener('pageshow', () => {
    pressed = false
    going = false
  })
  document.addEventListener(
    'invalid',
    () => {
      pressed = false
    },
    true,
  )

  document.addEventListener('click', ({ target }) => {
    if (target.closest?.('[data-keys]')) set(!on)
  })
  document.addEventListener('DOMContentLoaded', () => {
    show()
    for (const turn of turns()) turn.hidden = false
  })
}
