import type { ComponentProps } from 'react'

interface Props extends Omit<ComponentProps<'button'>, 'type'> {
  /** The key that presses it (`Keys`); printed on it. */
  shortcut: string
}

/** A button of a review page, with its key. */
export function ReviewButton({ shortcut, children, ...button }: Props) {
  return (
    <button type="submit" aria-keyshortcuts={shortcut} {...button}>
      {children} <Key>{shortcut}</Key>
    </button>
  )
}

/** A key as it is printed on what it presses; `aria-keyshortcuts` says it to those who do not see it. */
export function Key({ children }: { children: string }) {
  return (
    <span className="key" aria-hidden="true">
      {children}
    </span>
  )
}
