import type { ComponentProps } from 'react'

interface Props extends Omit<ComponentProps<'button'>, 'type'> {
  /** Its keyboard shortcut (`Keys`), shown on it. */
  shortcut: string
}

/** A button of a review page, with its shortcut. */
export function ReviewButton({ shortcut, children, ...button }: Props) {
  return (
    <button type="submit" aria-keyshortcuts={shortcut} {...button}>
      {children} <Key>{shortcut}</Key>
    </button>
  )
}

/** A shortcut as shown on a button; screen readers get `aria-keyshortcuts`. */
export function Key({ children }: { children: string }) {
  return (
    <span className="key" aria-hidden="true">
      {children}
    </span>
  )
}
