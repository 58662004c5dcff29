'use client'
import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Moves the focus to the notice inside, so that it is read out and the next Tab goes on from there: after an action with
 * scripts the focus would stand nowhere. Its code is taken out of the address, so that a reload does not repeat it.
 */
export function NoticeFocus({ children }: { children: ReactNode }) {
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const notice = around.current?.firstElementChild
    if (notice instanceof HTMLElement) notice.focus()
    const address = new URL(window.location.href)
    address.searchParams.delete('done')
    address.searchParams.delete('problem')
    window.history.replaceState(null, '', address)
  }, [])
  return <div ref={around}>{children}</div>
}
