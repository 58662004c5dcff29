'use client'
import { useEffect, useRef, useState } from 'react'

const SETTING = 'admin keys'

/**
 * Presses what is on the page by single keys: each button names its key in `aria-keyshortcuts`. `j` and `k` go through
 * the tick boxes. Nothing happens while somebody types, and the keys can be turned off (WCAG 2.1.4).
 * @param page changes with what is shown, so that a key pressed twice decides nothing twice
 */
export function Keys({ page, name }: { page: string; name: string }) {
  const [on, setOn] = useState<boolean | null>(null)
  const pressed = useRef('')
  useEffect(() => setOn(localStorage.getItem(SETTING) !== 'off'), [])
  useEffect(() => {
    if (!on) return
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
      if (event.key === 'j' || event.key === 'k') return step(event.key === 'j' ? 1 : -1)
      const found = [...document.querySelectorAll<HTMLElement>('[aria-keyshortcuts]')].find(
        (one) => one.ariaKeyShortcuts === event.key && isOffered(one),
      )
      if (!found || (found.matches('button') && pressed.current === page)) return
      if (found.matches('button')) pressed.current = page
      event.preventDefault()
      found.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on, page])
  if (on === null) return null
  const turn = () => {
    localStorage.setItem(SETTING, on ? 'off' : 'on')
    setOn(!on)
  }
  return (
    <button type="button" className="quiet" aria-pressed={on} onClick={turn}>
      {name}
    </button>
  )
}

/** Visible, or in a menu that is: one who knows the key need not open the menu first. */
function isOffered(one: HTMLElement): boolean {
  return one.checkVisibility() || Boolean(one.closest('details')?.checkVisibility())
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('textarea, select, input:not([type=checkbox])')
}

function step(by: 1 | -1): void {
  const boxes = [...document.querySelectorAll<HTMLElement>('main input[type=checkbox]')]
  const at = document.activeElement ? boxes.map((box): Element => box).indexOf(document.activeElement) : -1
  boxes[at === -1 ? 0 : at + by]?.focus()
}
